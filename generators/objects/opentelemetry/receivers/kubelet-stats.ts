import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Receiver } from '../component.ts'
import { fromEnvironment } from '../environment.ts'

export interface KubeletStatsSettings extends Named {
  /** Default `30s`. */
  readonly collection_interval?: GoDuration
  /** Default: node, pod and container. */
  readonly metric_groups?: readonly ('container' | 'node' | 'pod' | 'volume')[]
  /** Metrics that are off by default, or that are not wanted, by their OpenTelemetry names: `k8s.pod.uptime`. */
  readonly metrics?: Readonly<Record<string, { readonly enabled: boolean }>>
  /** The authority of the kubelet's certificate. Default: unchecked, as most kubelets sign theirs themselves. */
  readonly ca_file?: string
}

/** What the container of the agent needs in its `env`: the address of its node. A node's name mostly has no DNS. */
export const nodeAddress = {
  name: 'K8S_NODE_IP',
  valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } },
} as const

/** Asks the kubelet of the collector's own node, as the Pod's service account. */
export const kubeletStatsReceiver = ({
  name,
  ca_file,
  collection_interval = '30s',
  metric_groups = ['node', 'pod', 'container'],
  metrics,
}: KubeletStatsSettings = {}): Receiver<'metrics'> => ({
  kind: 'receiver',
  id: componentId('kubelet_stats', name),
  settings: {
    endpoint: `https://${fromEnvironment(nodeAddress.name)}:10250`,
    auth_type: 'serviceAccount',
    ...(ca_file === undefined ? { insecure_skip_verify: true } : { ca_file }),
    collection_interval,
    metric_groups,
    metrics,
  },
  extensions: [],
  gives: { metrics: true },
})
