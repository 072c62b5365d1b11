import type { Capability } from '../../fleet/capability.ts'
import type { ControlPlanePart } from '../../fleet/traits.ts'
import { monitored, readsMonitors } from '../prometheus-operator-crds/monitored.ts'
import { nodeLabel } from './exporters.ts'
import type { KubePrometheusStackOptions } from './options.ts'

/** The kubelet answers for itself, cAdvisor and probes; its targets are nodes, not Pods. */
const ofKubelet = { labels: ['node', 'metrics_path'] }

/** What the chart's own monitors have scraped, wherever it runs. */
const always: readonly Capability[] = [
  readsMonitors,
  monitored('kubelet', ofKubelet),
  monitored('kube-state-metrics'),
  monitored('node-exporter', { labels: [nodeLabel] }),
  monitored('kube-apiserver'),
  monitored('coredns'),
  monitored('prometheus'),
  monitored('prometheus-operator'),
  monitored('alertmanager'),
  monitored('grafana'),
  // What its own rules record.
  monitored('kube-prometheus-stack-rules'),
]

/** What the chart throws away of cAdvisor's, although two of its own dashboards ask for some of it. */
const droppedByDefault = [
  'container_cpu_cfs_throttled_seconds_total',
  'container_cpu_load_average_10s',
  'container_cpu_system_seconds_total',
  'container_cpu_user_seconds_total',
  'container_file_descriptors',
  'container_fs_io_current',
  'container_fs_io_time_seconds_total',
  'container_fs_io_time_weighted_seconds_total',
  'container_fs_reads_merged_total',
  'container_fs_sector_reads_total',
  'container_fs_sector_writes_total',
  'container_fs_writes_merged_total',
  'container_memory_mapped_file',
  'container_memory_swap',
  'container_spec_*',
  'container_tasks_state',
  'container_threads_max',
] as const

/** Whoever says what is dropped says all of it. */
const cadvisor = (values: KubePrometheusStackOptions['values']): Capability => {
  const isDefault = values?.kubelet?.serviceMonitor?.cAdvisorMetricRelabelings === undefined
  return monitored('cadvisor', { ...ofKubelet, ...(isDefault ? { dropped: droppedByDefault } : {}) })
}

/** The series of a stack with these values. Of the control plane, those of the parts that can be reached. */
export const stackSeries = (
  exposes: readonly ControlPlanePart[],
  values?: KubePrometheusStackOptions['values'],
): readonly Capability[] => [...always, cadvisor(values), ...exposes.map((part) => monitored(part))]
