import { containersOf, podOf, recordsIn } from '../../check/pods.ts'
import { isRecord } from '../../fleet/checks/check.ts'
import type { ChartPods } from '../../fleet/component.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { PodPort } from '../../objects/kubernetes/network-policy.ts'
import type { Placement } from '../placement.ts'
import { at } from '../values.ts'

export type Labels = Readonly<Record<string, string>>

/** An object that makes Pods, as far as the network is concerned. */
export interface Workload {
  readonly name: string
  /** Labels and annotations of its Pods. */
  readonly labels: Labels
  readonly annotations: Labels
  /** Its Pods share the network of their nodes, and cannot be told from them. */
  readonly isOnNode: boolean
  /** Ports that its containers name. */
  readonly ports: readonly (PodPort & { readonly name?: string })[]
  /** Its Pods act by a ServiceAccount of their own. */
  readonly hasAccount: boolean
}

/** The plain objects of a component; those of a chart nobody knows before it is rendered. */
export const plainObjects = ({ effective }: Pick<Placement, 'effective'>): readonly KubernetesObject[] =>
  effective.kind === 'manifests' ? effective.objects : []

/** What says which Pods a chart makes: all layers' options together. */
export type ChartMaker = Pick<Placement, 'definition' | 'name' | 'options'>
/** What of a placement says which Pods it makes. */
export type PodMaker = ChartMaker & Pick<Placement, 'effective'>

/** The Pods that a chart is known to make; undefined where it alone knows, and for what is no chart. */
export const chartPods = ({ definition, options, name }: ChartMaker): readonly ChartPods[] | undefined =>
  definition.kind === 'helm' ? definition.pods?.(options, name) : undefined

/** Whether nobody but a chart knows which Pods there are. */
export const isOpaque = (maker: ChartMaker): boolean =>
  maker.definition.kind === 'helm' && chartPods(maker) === undefined

/** What makes Pods in a component, as far as that is known. */
export const workloadsOf = (placement: PodMaker): readonly Workload[] => [
  ...(chartPods(placement) ?? []).map(workloadOfChart),
  ...plainObjects(placement).flatMap(workloadIn),
]

const workloadOfChart = ({ workload, labels, ports = [], asksApiServer = false }: ChartPods): Workload => ({
  name: workload,
  labels,
  annotations: {},
  isOnNode: false,
  ports: ports.map((port) => ({ port, protocol: 'TCP' })),
  hasAccount: asksApiServer,
})

const workloadIn = (object: KubernetesObject): readonly Workload[] => {
  const pod = podOf(object)
  if (pod === undefined) return []
  const { spec } = pod
  const metadata = at(object, [...pod.path.slice(0, -1), 'metadata'].join('.'))
  return [
    {
      name: object.metadata.name,
      labels: textsIn(metadata, 'labels'),
      annotations: textsIn(metadata, 'annotations'),
      isOnNode: spec.hostNetwork === true,
      ports: containersOf(pod).flatMap(({ container }) => portsOf(container.ports)),
      hasAccount: spec.serviceAccountName !== undefined && spec.automountServiceAccountToken !== false,
    },
  ]
}

/** Whether the labels of some Pods are among those that a Service or a policy asks for. */
export const isSelected = (labels: Labels, selector: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value)

const textsIn = (metadata: unknown, member: string): Labels => {
  const texts = isRecord(metadata) ? metadata[member] : undefined
  return isRecord(texts) ? (texts as Labels) : {}
}

const portsOf = (ports: unknown): Workload['ports'] =>
  recordsIn(ports).map(({ record: { name, containerPort, protocol } }) => ({
    ...(typeof name === 'string' ? { name } : {}),
    port: Number(containerPort),
    protocol: protocol === 'UDP' ? 'UDP' : 'TCP',
  }))
