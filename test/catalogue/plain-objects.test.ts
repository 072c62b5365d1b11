import { describe, expect, test } from 'vitest'
import { alertmanager } from '../../generators/catalogue/alertmanager/alertmanager.ts'
import { alloyAgent } from '../../generators/catalogue/alloy-agent/alloy-agent.ts'
import { grafana } from '../../generators/catalogue/grafana/grafana.ts'
import { kubeStateMetrics } from '../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import { lokiSingle } from '../../generators/catalogue/loki-single/loki-single.ts'
import { nodeExporter } from '../../generators/catalogue/node-exporter/node-exporter.ts'
import { prometheus } from '../../generators/catalogue/prometheus/prometheus.ts'
import { validateObject } from '../../generators/check/schema/validate.ts'
import type { ManifestsDefinition } from '../../generators/fleet/component.ts'
import type { Place } from '../../generators/fleet/define-component.ts'
import { at } from '../../generators/plan/values.ts'
import { schemas } from '../check/schema/package-schemas.ts'
import { made } from './made.ts'
import { base, where } from './where.ts'

// biome-ignore lint/suspicious/noExplicitAny: components of any options
const components: readonly Place<any>[] = [
  alertmanager,
  alloyAgent,
  grafana,
  kubeStateMetrics,
  lokiSingle,
  nodeExporter,
  prometheus,
]

interface Container {
  readonly name: string
  readonly image: string
  readonly resources?: { readonly limits?: { readonly memory?: string } }
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[]
  readonly volumeMounts?: readonly { readonly name: string }[]
  readonly securityContext: unknown
}

describe.each(components.map((one) => [one.definition.name, one] as const))('%s', (name, place) => {
  const here = where(name, { 'loki-push': 'http://loki' })
  const { objects, provides } = made(place, {}, here)
  const workload = objects.find(({ spec }) => at(spec, 'template') !== undefined)!
  const pod = at(workload, 'spec.template.spec')
  const containers = at(pod, 'containers') as readonly Container[]

  test('everything holds against the schemas of Kubernetes', () => {
    expect(objects.flatMap((object) => validateObject(object, schemas))).toEqual([])
  })

  test('every name follows the one that the fleet gives it', () => {
    const named = made(place, {}, { ...here, name: 'other' }).objects
    expect(new Set(named.map(({ metadata }) => metadata.name))).toEqual(new Set(['other']))
  })

  test('the Service leads to a port that a container has, on Pods that there are', () => {
    const service = objects.find(({ kind }) => kind === 'Service')
    if (service === undefined) return expect(name).toBe('alloy-agent')
    expect(at(service, 'spec.selector')).toEqual(at(workload, 'spec.template.metadata.labels'))
    const [port] = at(service, 'spec.ports') as readonly { port: number; targetPort: string }[]
    expect(containers.flatMap(({ ports = [] }) => ports)).toContainEqual({
      name: port!.targetPort,
      containerPort: port!.port,
    })
  })

  test('whoever is given an address finds the Service there', () => {
    const service = objects.find(({ kind }) => kind === 'Service')
    const [port] = (at(service, 'spec.ports') ?? []) as readonly { port: number }[]
    for (const one of provides) {
      if (one.kind !== 'endpoint' && one.kind !== 'datasource') continue
      expect(one.url).toMatch(new RegExp(`^http://${name}\\.monitoring\\.svc\\.cluster\\.local:${port?.port}(/|$)`))
      if (one.kind === 'endpoint') expect(one.pods).toEqual(at(workload, 'spec.template.metadata.labels'))
    }
  })

  test('no container has a right on the node, a root that it can write to, or memory without end', () => {
    expect(at(pod, 'securityContext.seccompProfile')).toEqual({ type: 'RuntimeDefault' })
    for (const { securityContext, resources, image } of containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        readOnlyRootFilesystem: true,
      })
      expect(resources?.limits?.memory).toMatch(/Mi$|Gi$/)
      expect(image).toMatch(/:v?\d+\.\d+\.\d+$/)
    }
  })

  test('only what reads the files of root is root', () => {
    expect(at(pod, 'securityContext.runAsNonRoot')).toBe(name === 'alloy-agent' ? undefined : true)
  })

  test('every volume that is mounted is there, and every one that is there is mounted', () => {
    const claims = (at(workload, 'spec.volumeClaimTemplates') ?? []) as readonly { metadata: { name: string } }[]
    const volumes = [
      ...((at(pod, 'volumes') ?? []) as readonly { name: string }[]).map((one) => one.name),
      ...claims.map(({ metadata }) => metadata.name),
    ]
    const mounted = containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map((one) => one.name))
    expect(new Set(mounted)).toEqual(new Set(volumes))
  })

  test('a token is given to whom a role is bound, and to nobody else', () => {
    const binding = objects.find(({ kind }) => kind === 'ClusterRoleBinding')
    expect(at(pod, 'automountServiceAccountToken')).toBe(binding !== undefined)
    if (binding === undefined) return
    expect(binding).toMatchObject({
      roleRef: { kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name: at(pod, 'serviceAccountName'), namespace: 'monitoring' }],
    })
  })

  test('no role may read Secrets, write anything, or all of something', () => {
    const rules = objects.flatMap(({ kind, rules }) => (kind === 'ClusterRole' ? (rules as Rule[]) : []))
    expect(rules.flatMap(({ verbs }) => verbs).filter((verb) => !['get', 'list', 'watch'].includes(verb))).toEqual([])
    expect(rules.flatMap(({ resources = [] }) => resources)).not.toContain('secrets')
    expect(JSON.stringify(rules)).not.toContain('*')
  })

  test('the base layer, and no options at all, make objects too', () => {
    const definition = place.definition as ManifestsDefinition
    const kinds = objects.map(({ kind }) => kind)
    expect(definition.objects(definition.defaults ?? {}, base(definition)).map(({ kind }) => kind)).toEqual(kinds)
    expect(definition.objects({}, here).map(({ kind }) => kind)).toEqual(kinds)
  })
})

interface Rule {
  readonly verbs: readonly string[]
  readonly resources?: readonly string[]
}
