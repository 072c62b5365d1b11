import { asksForLogin } from '../../check/open-doors.ts'
import { containersOf, podOf, recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { tunnelWays } from './tunnel-doors.ts'

/** A way into the cluster. */
export interface Door {
  /** The same text for the same way, whatever else changes. */
  readonly way: string
  /** Whether an Ingress controller asks for a login on it, where that can be known. */
  readonly asks?: boolean
  /** It comes along with another way, and is not told by itself. */
  readonly implied?: true
}

/** Every way in that an object opens. */
export const doorsOf = (object: KubernetesObject): readonly Door[] => {
  const { kind, spec } = object
  if (kind === 'Service') return serviceDoors(object)
  if (kind === 'Ingress') return ingressDoors(object)
  if (/^(GRPC|HTTP|TCP|TLS|UDP)Route$/.test(kind)) return routeDoors(object)
  if (kind === 'Gateway') return listenerDoors(spec)
  if (/^IngressRoute(TCP|UDP)?$/.test(kind))
    return recordsIn(at(spec, 'routes')).map(({ record }) => door(record.match))
  if (kind === 'VirtualService') return istioDoors(spec)
  return [...podDoors(object), ...tunnelWays(object).map(door)]
}

const door = (way: unknown): Door => ({ way: String(way) })
const strings = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : [])

/** A load balancer that is told to stay within the network of its provider opens nothing to the outside. */
const internal = /internal/i

const serviceDoors = ({ metadata: { annotations = {} }, spec }: KubernetesObject): readonly Door[] => {
  const { type, ports, externalIPs, loadBalancerSourceRanges } = isRecord(spec) ? spec : {}
  const numbers = recordsIn(ports).map(({ record }) => record.port)
  const byAddress = strings(externalIPs).map((address) => door(`the address ${address}`))
  const onNodes = numbers.map((port) => door(`port ${port} on every node`))
  if (type === 'NodePort') return [...byAddress, ...onNodes]
  if (type !== 'LoadBalancer') return byAddress
  const isInternal = Object.entries(annotations).some(
    ([key, value]) => (internal.test(key) && value !== 'false') || /^internal$/i.test(value),
  )
  const sources = strings(loadBalancerSourceRanges)
  const from = sources.length === 0 ? [''] : sources.map((source) => ` from ${source}`)
  const through = isInternal ? 'a load balancer inside the network' : 'a load balancer'
  return [
    ...byAddress,
    ...onNodes.map((one) => ({ ...one, implied: true as const })),
    ...numbers.flatMap((port) => from.map((source) => door(`port ${port} of ${through}${source}`))),
  ]
}

const ingressDoors = ({ metadata, spec }: KubernetesObject): readonly Door[] => {
  const asks = asksForLogin(metadata.annotations)
  const byRule = recordsIn(at(spec, 'rules')).flatMap(({ record: { host = 'any host', http } }) =>
    recordsIn(at(http, 'paths')).map(({ record: { path = '/' } }) => ({ way: `${host}${path}`, asks })),
  )
  return at(spec, 'defaultBackend') === undefined ? byRule : [...byRule, { way: 'any host', asks }]
}

const routeDoors = ({ spec }: KubernetesObject): readonly Door[] => {
  const names = strings(at(spec, 'hostnames'))
  const gateways = recordsIn(at(spec, 'parentRefs')).map(({ record: { name, sectionName } }) =>
    [name, sectionName].filter(Boolean).join('/'),
  )
  const paths = recordsIn(at(spec, 'rules')).flatMap(({ record }) =>
    recordsIn(record.matches).map(({ record: match }) => String(at(match, 'path.value') ?? '/')),
  )
  const hosts = names.length === 0 ? ['any host'] : names
  return gateways.flatMap((gateway) =>
    hosts.flatMap((host) =>
      (paths.length === 0 ? ['/'] : paths).map((path) => door(`${host}${path} by Gateway ${gateway}`)),
    ),
  )
}

const listenerDoors = (spec: unknown): readonly Door[] =>
  recordsIn(at(spec, 'listeners')).map(({ record: { port, hostname = 'any host' } }) =>
    door(`port ${port} for ${hostname}`),
  )

const istioDoors = (spec: unknown): readonly Door[] => {
  const gateways = strings(at(spec, 'gateways')).filter((name) => name !== 'mesh')
  return gateways.flatMap((gateway) => strings(at(spec, 'hosts')).map((host) => door(`${host} by Gateway ${gateway}`)))
}

const podDoors = (object: KubernetesObject): readonly Door[] => {
  const pod = podOf(object)
  if (pod === undefined) return []
  const ports = containersOf(pod).flatMap(({ container }) =>
    recordsIn(container.ports).flatMap(({ record }) => (Number(record.hostPort ?? 0) > 0 ? [record.hostPort] : [])),
  )
  return [
    ...(pod.spec.hostNetwork === true ? [door('the network of its node')] : []),
    ...ports.map((port) => door(`port ${port} of its node`)),
  ]
}
