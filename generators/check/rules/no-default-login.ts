import { isRecord } from '../../fleet/checks/check.ts'
import type { Placement } from '../../plan/placement.ts'
import { at } from '../../plan/values.ts'
import type { Problem } from '../../problem.ts'
import { chartOf, objectsOf, type PlacedObject, valuesOf } from '../objects.ts'
import { containersOf, podOf, recordsIn } from '../pods.ts'
import type { Rule } from '../rule.ts'

export const noDefaultLogin: Rule = {
  name: 'no-default-login',
  because: 'Grafana was open to everybody who tried the password of its documentation',
  check: ({ placements }) =>
    placements.flatMap((placement) => [...defaultOfChart(placement), ...objectsOf(placement).flatMap(defaultOfImage)]),
}

/** Where charts are told the Secret without which they take a login that everybody knows, or make one up. */
const charts: Readonly<Record<string, string>> = {
  grafana: 'admin.existingSecret',
  'kube-prometheus-stack': 'grafana.admin.existingSecret',
  mariadb: 'auth.existingSecret',
  minio: 'existingSecret',
  mongodb: 'auth.existingSecret',
  mysql: 'auth.existingSecret',
  postgresql: 'auth.existingSecret',
  rabbitmq: 'auth.existingPasswordSecret',
  redis: 'auth.existingSecret',
}

const defaultOfChart = (placement: Placement): readonly Problem[] => {
  const chart = chartOf(placement)
  const placed = valuesOf(placement)
  const path = charts[chart ?? '']
  const { definition, name } = placement
  // What the catalogue knows of its own charts is told by credentials-from-a-secret.
  if (placed === undefined || path === undefined || (definition.kind === 'helm' && definition.credentials)) return []
  const isOff = chart === 'kube-prometheus-stack' && at(placed.values, 'grafana.enabled') === false
  if (isOff || at(placed.values, path) || at(placed.values, path.replace(/[^.]+$/, 'enabled')) === false) return []
  return [
    {
      rule: noDefaultLogin.name,
      place: placed.place(path.split('.')),
      reason: `${name} names no Secret at ${path}, so the chart ${chart} takes a login that everybody knows, or makes one up`,
      fix: "name a Secret there whose source the namespace's secrets declare",
    },
  ]
}

/** Images that start with a login that everybody knows, unless a variable says otherwise. */
const images: Readonly<Record<string, string>> = {
  grafana: 'GF_SECURITY_ADMIN_PASSWORD',
  'grafana-enterprise': 'GF_SECURITY_ADMIN_PASSWORD',
  'grafana-oss': 'GF_SECURITY_ADMIN_PASSWORD',
  minio: 'MINIO_ROOT_PASSWORD',
  rabbitmq: 'RABBITMQ_DEFAULT_PASS',
}

const defaultOfImage = ({ object, place }: PlacedObject): readonly Problem[] => {
  const pod = podOf(object)
  return (pod === undefined ? [] : containersOf(pod)).flatMap(({ container, path }): readonly Problem[] => {
    const [, image = ''] = /([^/:@]+)(?:[:@].*)?$/.exec(String(container.image)) ?? []
    const variable = images[image]
    if (variable === undefined || isSet(variable, container)) return []
    return [
      {
        rule: noDefaultLogin.name,
        place: place([...path, 'env']),
        reason: `${object.kind} ${object.metadata.name} starts ${image} without ${variable}, and so with a login that everybody knows`,
        fix: `take ${variable} from a Secret: valueFrom: { secretKeyRef: { name: 'NAME', key: 'KEY' } }`,
      },
    ]
  })
}

/** By itself, by a file, or out of a Secret as a whole. */
const isSet = (variable: string, { env, envFrom }: Readonly<Record<string, unknown>>): boolean =>
  recordsIn(env).some(({ record: { name } }) =>
    [variable, `${variable}__FILE`, `${variable}_FILE`].includes(String(name)),
  ) || recordsIn(envFrom).some(({ record }) => isRecord(record.secretRef))
