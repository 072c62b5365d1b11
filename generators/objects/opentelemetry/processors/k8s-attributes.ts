import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'

export interface K8sAttributesSettings extends Named {
  /** What is told of the Pod. Default: its namespace, name, UID, node, start, and what runs it. */
  readonly metadata?: readonly string[]
  /** Labels and annotations of the Pod that become attributes. Default: its labels `app.kubernetes.io/name` and `version`. */
  readonly labels?: readonly ExtractedField[]
  readonly annotations?: readonly ExtractedField[]
  /** Whether only Pods of the collector's own node are known: right on every node, wrong in one place for all. */
  readonly ownNode: boolean
}

export interface ExtractedField {
  readonly tag_name: string
  readonly key: string
  readonly from?: 'namespace' | 'pod'
}

/** What the container of an agent needs in its `env`: the name of its node. */
export const nodeName = { name: 'K8S_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } } as const

const usualMetadata = [
  'k8s.namespace.name',
  'k8s.pod.name',
  'k8s.pod.uid',
  'k8s.pod.start_time',
  'k8s.node.name',
  'k8s.deployment.name',
  'k8s.statefulset.name',
  'k8s.daemonset.name',
  'k8s.cronjob.name',
  'k8s.job.name',
] as const

const usualLabels: readonly ExtractedField[] = [
  { tag_name: 'app.kubernetes.io/name', key: 'app.kubernetes.io/name', from: 'pod' },
  { tag_name: 'app.kubernetes.io/version', key: 'app.kubernetes.io/version', from: 'pod' },
]

/** Says of which Pod a signal is, by what the signal tells of itself, or else by where it came from. */
export const k8sAttributesProcessor = ({
  name,
  metadata = usualMetadata,
  labels = usualLabels,
  annotations,
  ownNode,
}: K8sAttributesSettings): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('k8s_attributes', name),
  settings: {
    auth_type: 'serviceAccount',
    extract: { metadata, labels, annotations },
    ...(ownNode ? { filter: { node_from_env_var: nodeName.name } } : {}),
    pod_association: [
      { sources: [{ from: 'resource_attribute', name: 'k8s.pod.uid' }] },
      { sources: [{ from: 'resource_attribute', name: 'k8s.pod.ip' }] },
      { sources: [{ from: 'connection' }] },
    ],
  },
  extensions: [],
  takes: everySignal,
})
