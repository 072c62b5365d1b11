import { podOf } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { PodPort } from '../../objects/kubernetes/network-policy.ts'
import type { Placement } from '../placement.ts'
import type { Caller, Connection } from './connection.ts'
import { type Service, servicesOf } from './service.ts'
import { plainObjects, type Workload, workloadsOf } from './workload.ts'

/** The API server, at the port of its own machine or of a provider's load balancer. */
const apiServerPorts: readonly PodPort[] = [
  { port: 443, protocol: 'TCP' },
  { port: 6443, protocol: 'TCP' },
]
const kubeletPorts: readonly PodPort[] = [{ port: 10250, protocol: 'TCP' }]

/** What Pods need of the cluster itself: whoever has an account asks the API server, whoever may see nodes their kubelets. */
export const toTheCluster = (placement: Placement): readonly Connection[] => {
  const namespace = placement.namespace.name
  const seesNodes = plainObjects(placement).some(
    ({ kind, rules }) => kind === 'ClusterRole' && Array.isArray(rules) && rules.some(isAboutNodes),
  )
  return workloadsOf(placement)
    .filter(({ hasAccount, isOnNode }) => hasAccount && !isOnNode)
    .flatMap(({ labels }): readonly Connection[] => {
      const common = { from: { namespace, labels }, to: 'nodes' } as const
      return [
        { ...common, ports: apiServerPorts, why: 'the API server' },
        ...(seesNodes ? [{ ...common, ports: kubeletPorts, why: 'the kubelets' }] : []),
      ]
    })
}

/** `nodes/metrics`, `nodes/stats`: what the kubelets themselves answer. */
const isAboutNodes = (rule: unknown): boolean =>
  isRecord(rule) && Array.isArray(rule.resources) && rule.resources.some((one) => String(one).startsWith('nodes/'))

/** A workload reaches those Services of its own component that it, or a ConfigMap that it reads, names. */
export const fromWithin = (placement: Placement): readonly Connection[] => {
  const workloads = workloadsOf(placement)
  if (workloads.length < 2) return []
  const namespace = placement.namespace.name
  return servicesOf(placement).flatMap((service) =>
    workloads
      .filter((one) => !one.isOnNode && service.workloads.every(({ name }) => name !== one.name))
      .filter((one) => textsReadBy(one, placement).some((text) => isNamedIn(text, service.name)))
      .flatMap(({ labels }) => leadingTo(service, namespace, { namespace, labels }, service.name)),
  )
}

const textsReadBy = ({ name }: Workload, placement: Placement): readonly string[] => {
  const objects = plainObjects(placement)
  const workload = JSON.stringify(objects.find((one) => one.metadata.name === name && podOf(one) !== undefined) ?? {})
  const read = objects.filter((one) => one.kind === 'ConfigMap' && workload.includes(`"${one.metadata.name}"`))
  return [workload, ...read.map((one) => JSON.stringify(one))]
}

/** As a host: no longer name, and no part of one. */
const isNamedIn = (text: string, service: string): boolean => new RegExp(`(?<![\\w.-])${service}(?![\\w-])`).test(text)

/** Ways into Pods for whom no policy can name: people outside, the API server, a gateway somewhere. */
export const waysIn = (placement: Placement): readonly Connection[] => {
  const namespace = placement.namespace.name
  const services = servicesOf(placement)
  const called = plainObjects(placement).flatMap((object) => [...calledBy(object)])
  return services.flatMap((service) => {
    const routes = called.filter(({ name }) => name === service.name)
    return [
      ...(service.isOpen
        ? leadingTo(service, namespace, 'anybody', `the outside, by the Service ${service.name}`)
        : []),
      ...routes.flatMap(({ why }) => leadingTo(service, namespace, 'anybody', why)),
    ]
  })
}

const leadingTo = (
  { workloads, ports }: Service,
  namespace: string,
  from: Caller,
  why: string,
): readonly Connection[] =>
  workloads
    .filter(({ isOnNode }) => !isOnNode)
    .map(({ labels }) => ({ from, to: { namespace, labels }, ports: ports.map(({ to }) => to), why }))

/** Kinds by which others than Pods of the fleet come to a Service, and who they are. */
const callers: Readonly<Record<string, string>> = {
  APIService: 'the API server',
  GRPCRoute: 'a gateway',
  HTTPRoute: 'a gateway',
  Ingress: 'an Ingress controller',
  MutatingWebhookConfiguration: 'the API server',
  TLSRoute: 'a gateway',
  ValidatingWebhookConfiguration: 'the API server',
}

interface Called {
  readonly name: string
  readonly why: string
}

function* calledBy(object: KubernetesObject): Generator<Called> {
  const why = Object.hasOwn(callers, object.kind) ? callers[object.kind] : undefined
  if (why !== undefined) for (const name of servicesNamedIn(object)) yield { name, why }
}

/** Each of these kinds names Services as `service: { name }`, or as `backendRefs: [{ name }]`. */
function* servicesNamedIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* servicesNamedIn(one)
  if (!isRecord(value)) return
  const { service, backendRefs } = value
  const named = [service, ...(Array.isArray(backendRefs) ? backendRefs : [])]
  for (const one of named) if (isRecord(one) && typeof one.name === 'string') yield one.name
  for (const inner of Object.values(value)) yield* servicesNamedIn(inner)
}

/** A component without Pods says nothing by itself; but an Alert of Flux's is sent by Flux. */
export const fromTheEngine = ({ cluster, effective }: Placement): readonly Caller[] => {
  const isFluxs = plainObjects({ effective }).some(({ apiVersion }) => apiVersion.startsWith('notification.toolkit.'))
  return isFluxs && cluster.engine === 'flux' ? [{ namespace: 'flux-system' }] : []
}
