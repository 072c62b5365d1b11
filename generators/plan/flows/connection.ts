import type { PodPort } from '../../objects/kubernetes/network-policy.ts'
import type { Placement } from '../placement.ts'
import { type Flow, flowsIn, isOutside } from './flow.ts'
import { hostAndPort, type Service, servicesOf } from './service.ts'
import { fromTheEngine, fromWithin, toTheCluster, waysIn } from './unsaid.ts'
import { isOpaque, type Labels, type Workload, workloadsOf } from './workload.ts'

/** Pods of a namespace, as a policy can name them. */
export interface Pods {
  readonly namespace: string
  /** Absent: all of them, because a chart alone knows which. */
  readonly labels?: Labels
}

/** `anybody` is whoever no policy can name: nodes, what shares their network, what comes from outside. */
export type Caller = Pods | 'anybody'
/** `nodes` are those of the cluster, and what shares their network; `outside` is every address beyond. */
export type Callee = Pods | 'nodes' | 'outside'

/** Something that the network of a cluster has to let through. */
export interface Connection {
  readonly from: Caller
  readonly to: Callee
  /** Ports of the Pods that answer. Absent: all of them, because a chart alone knows which. */
  readonly ports?: readonly PodPort[]
  /** What it is for, in a few words. */
  readonly why: string
}

/** Everything that the components of a cluster need of its network. */
export const connectionsIn = (placements: readonly Placement[]): readonly Connection[] => [
  ...flowsIn(placements).flatMap(connectionsOf),
  ...placements.flatMap((one) => [...toTheCluster(one), ...fromWithin(one), ...waysIn(one)]),
]

const connectionsOf = (flow: Flow): readonly Connection[] =>
  callersOf(flow).flatMap((from) => calleesOf(flow).map((callee): Connection => ({ from, ...callee, why: why(flow) })))

const why = ({ manner, what }: Flow): string => (manner === 'asks' ? `queries of ${what}` : what)

/** Who begins: the Pods of a component, or whoever speaks for it. */
const callersOf = ({ from }: Flow): readonly Caller[] => {
  const { namespace } = from
  if (isOpaque(from)) return [{ namespace: namespace.name }]
  const workloads = workloadsOf(from)
  return workloads.length === 0 ? fromTheEngine(from) : workloads.map((one) => callerOf(one, namespace.name))
}

const callerOf = ({ isOnNode, labels }: Workload, namespace: string): Caller =>
  isOnNode ? 'anybody' : { namespace, labels }

const calleesOf = (flow: Flow): readonly Pick<Connection, 'ports' | 'to'>[] => {
  const { to, address, pods } = flow
  if (isOutside(to)) return address === undefined ? [] : [{ to: 'outside', ports: [hostAndPort(address).port] }]
  const namespace = to.namespace.name
  // Which of a chart's Pods answers, and at which of their ports, the chart alone knows.
  if (isOpaque(to)) return [{ to: pods === undefined ? { namespace } : { namespace, labels: pods } }]
  const services = servicesOf(to)
  return address === undefined ? found(to, services) : atAddress(address, services, namespace, pods)
}

/** A Service leads to Pods. An address that is none of the component's own is taken at its word. */
const atAddress = (
  address: string,
  services: readonly Service[],
  namespace: string,
  pods: Labels | undefined,
): readonly Pick<Connection, 'ports' | 'to'>[] => {
  const { host, port } = hostAndPort(address)
  const service = services.find(({ name }) => name === host.split('.', 1)[0])
  const ports = service?.ports.filter((one) => one.port === port.port).map(({ to }) => to) ?? [port]
  if (service !== undefined) return service.workloads.map((one) => ({ to: calleeOf(one, namespace), ports }))
  return [{ to: pods === undefined ? { namespace } : { namespace, labels: pods }, ports }]
}

/** Who is found without an address: by the annotation of its Pods, or else behind any of its Services. */
const found = (to: Placement, services: readonly Service[]): readonly Pick<Connection, 'ports' | 'to'>[] => {
  const namespace = to.namespace.name
  const annotated = workloadsOf(to).flatMap((workload) => {
    const port = Number(workload.annotations['prometheus.io/port'])
    const ports: readonly PodPort[] = [{ port, protocol: 'TCP' }]
    return Number.isNaN(port) ? [] : [{ to: calleeOf(workload, namespace), ports }]
  })
  if (annotated.length > 0) return annotated
  return services.flatMap(({ workloads, ports }) =>
    workloads.map((one) => ({ to: calleeOf(one, namespace), ports: ports.map(({ to }) => to) })),
  )
}

const calleeOf = ({ isOnNode, labels }: Workload, namespace: string): Callee =>
  isOnNode ? 'nodes' : { namespace, labels }
