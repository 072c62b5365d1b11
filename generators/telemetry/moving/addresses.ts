import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { Container } from '../container.ts'
import type { Federation, Member } from '../federation.ts'

/** Everything listens here. */
export const loopback = '127.0.0.1'

/** Which port on loopback stands for an address of the tree. The same question has the same answer. */
export interface Addresses {
  /** A port that a container listens on. */
  readonly own: (container: Pick<Container, 'cluster' | 'name' | 'namespace'>, port: number) => number
  /** What is called `host:port` in a cluster: a Service of its own, or one that another opens to the outside. */
  readonly called: (cluster: string, host: string, port: number) => number
  /** A port of the cluster's node, such as its kubelet's, or of its API server. */
  readonly node: (cluster: string, what: number | string) => number
  /** What was called and is nothing that runs here: whoever stands in for it listens at `here`. */
  readonly elsewhere: () => readonly Elsewhere[]
}

export interface Elsewhere {
  readonly cluster: string
  readonly host: string
  readonly port: number
  readonly here: number
}

/** Ports from `first` on, in the order in which they are asked for. */
export const addressesOf = ({ hub, edge }: Federation, first: number): Addresses => {
  const ports = new Map<string, number>()
  const elsewhere = new Map<string, Elsewhere>()
  const portOf = (key: string): number => {
    const port = ports.get(key) ?? first + ports.size
    ports.set(key, port)
    return port
  }
  const own: Addresses['own'] = ({ cluster, namespace, name }, port) =>
    portOf(`${cluster}/${namespace}/${name}:${port}`)
  return {
    own,
    called: (cluster, host, port) => {
      const [here, others] = hub.cluster === cluster ? [hub, edge] : [edge, hub]
      const found = listener(here, serviceIn(here, host), port) ?? listener(others, openedAs(others, host, port), port)
      if (found !== undefined) return own(found.container, found.port)
      const key = `${cluster}/${host}:${port}`
      elsewhere.set(key, { cluster, host, port, here: portOf(key) })
      return portOf(key)
    },
    node: (cluster, what) => portOf(`${cluster}:${what}`),
    elsewhere: () => [...elsewhere.values()],
  }
}

/** A Service by its full name in its cluster: `loki.observability.svc.cluster.local`. */
const serviceIn = ({ objects }: Member, host: string): KubernetesObject | undefined => {
  const [, name, namespace] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? []
  return servicesOf(objects).find(({ metadata }) => metadata.name === name && metadata.namespace === namespace)
}

/** The load balancer for which its cluster has a certificate in that name. */
const openedAs = ({ objects }: Member, host: string, port: number): KubernetesObject | undefined => {
  const named = objects.filter(
    (one) => one.kind === 'Certificate' && (at(one, 'spec.dnsNames') as readonly string[] | undefined)?.includes(host),
  )
  return servicesOf(objects).find(
    (service) =>
      at(service, 'spec.type') === 'LoadBalancer' &&
      portsOf(service).some((one) => one.port === port) &&
      named.some(({ metadata }) => metadata.namespace === service.metadata.namespace),
  )
}

interface ServicePort {
  readonly port: number
  readonly targetPort?: number | string
}

const servicesOf = (objects: readonly KubernetesObject[]) => objects.filter(({ kind }) => kind === 'Service')
const portsOf = (service: KubernetesObject) => (at(service, 'spec.ports') ?? []) as readonly ServicePort[]

/** The container behind a Service that listens to one of its ports. */
const listener = ({ containers }: Member, service: KubernetesObject | undefined, port: number) => {
  if (service === undefined) return undefined
  const selector = Object.entries((at(service, 'spec.selector') ?? {}) as Readonly<Record<string, string>>)
  const container = containers.find(
    ({ namespace, labels }) =>
      namespace === service.metadata.namespace && selector.every(([label, value]) => labels[label] === value),
  )
  const target = portsOf(service).find((one) => one.port === port)?.targetPort ?? port
  const found =
    typeof target === 'number' ? target : container?.ports.find(({ name }) => name === target)?.containerPort
  return container === undefined || found === undefined ? undefined : { container, port: found }
}
