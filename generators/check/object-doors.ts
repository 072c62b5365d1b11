import { isRecord } from '../fleet/checks/check.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { at } from '../plan/values.ts'
import { objectsOf } from './objects.ts'
import { asksForLogin, type Opening } from './open-doors.ts'
import { recordsIn } from './pods.ts'

/** Endpoints where nobody is asked who they are. */
const unguarded: ReadonlySet<string> = new Set(['alertmanager', 'loki-push', 'prometheus', 'remote-write'])

/** The Services of a cluster that lead to such an endpoint, by namespace and name. */
export type UnguardedServices = ReadonlyMap<string, string>

export const unguardedServices = ({ brought }: ClusterPlan): UnguardedServices =>
  new Map(
    brought.flatMap(({ capability, from }) => {
      if (capability.kind !== 'endpoint' || from !== undefined || !unguarded.has(capability.name)) return []
      const [, service, namespace] = /^\w+:\/\/([^.:/]+)\.([^.:/]+)\.svc\b/.exec(capability.url) ?? []
      return service === undefined ? [] : [[`${namespace}/${service}`, capability.name] as const]
    }),
  )

/** The ways in that plain objects open to such a Service: an Ingress, a route, or the Service itself. */
export const objectDoors = (placement: Placement, services: UnguardedServices): readonly Opening[] =>
  objectsOf(placement).flatMap(({ object, place }) =>
    [...backendsOf(object), ...ownDoor(object)].flatMap(({ service, path }) => {
      const to = services.get(`${placement.namespace.name}/${service}`)
      const how = `${object.kind} ${object.metadata.name}`
      return to === undefined ? [] : [{ to, how, place: () => place(path) }]
    }),
  )

interface Backend {
  readonly service: unknown
  readonly path: readonly string[]
}

const backendsOf = (object: KubernetesObject): readonly Backend[] => {
  const rules = recordsIn(at(object.spec, 'rules'))
  if (object.kind === 'Ingress') {
    if (asksForLogin(object.metadata.annotations)) return []
    return [
      { service: at(object.spec, 'defaultBackend.service.name'), path: ['spec', 'defaultBackend'] },
      ...rules.flatMap(({ record, index: rule }) =>
        recordsIn(at(record, 'http.paths')).map(({ record: { backend }, index }) => ({
          service: at(backend, 'service.name'),
          path: ['spec', 'rules', String(rule), 'http', 'paths', String(index), 'backend'],
        })),
      ),
    ]
  }
  if (!/^(HTTP|TCP|TLS)Route$/.test(object.kind)) return []
  return rules.flatMap(({ record, index: rule }) =>
    recordsIn(record.backendRefs).map(({ record: { name }, index }) => ({
      service: name,
      path: ['spec', 'rules', String(rule), 'backendRefs', String(index)],
    })),
  )
}

const ownDoor = ({ kind, metadata, spec }: KubernetesObject): readonly Backend[] =>
  kind === 'Service' && isRecord(spec) && (spec.type === 'NodePort' || spec.type === 'LoadBalancer')
    ? [{ service: metadata.name, path: ['spec', 'type'] }]
    : []
