import type { CapabilityOf } from '../../fleet/capability.ts'
import { labelName } from '../../objects/prometheus/label-name.ts'
import { identityLabels, scopeLabels } from '../opentelemetry/labels.ts'

/** What signals are told of the Pod that they come from. */
export const podAttributes = [
  'k8s.namespace.name',
  'k8s.pod.name',
  'k8s.pod.uid',
  'k8s.node.name',
  'k8s.deployment.name',
  'k8s.statefulset.name',
  'k8s.daemonset.name',
  'k8s.cronjob.name',
  'k8s.job.name',
] as const

/** Labels of the Pod that go with its signals, under their own names. */
export const podLabels = ['app.kubernetes.io/name', 'app.kubernetes.io/version'] as const

/** Labels of every series that the agent sends, beside those of whoever made it. */
export const seriesLabels: readonly string[] = [
  ...identityLabels,
  ...[...podAttributes, ...podLabels].map(labelName),
  ...scopeLabels,
]

/**
 * Labels of log lines: what Loki makes an index of by itself, and the cluster, which its `otlp_config` has to name. All
 * else is structured metadata, which is asked for behind the braces.
 */
export const podLogs: CapabilityOf<'logs'> = {
  kind: 'logs',
  labels: [
    ...identityLabels,
    'service_name',
    'k8s_container_name',
    ...podAttributes.filter((one) => one !== 'k8s.pod.uid' && one !== 'k8s.node.name').map(labelName),
  ],
}
