import { count, perSecond, sumBy, total } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { byCluster, of } from './cluster.ts'

const allocatable = (resource: 'cpu' | 'memory') => of('kube_node_status_allocatable', `resource="${resource}"`)
const requested = (resource: 'cpu' | 'memory') => of('kube_pod_container_resource_requests', `resource="${resource}"`)

/** All clusters in numbers. */
export const clusterBands = (metrics: Prometheus): readonly Band[] => {
  const share = (title: string, what: string, whole: string) =>
    stat(title, {
      unit: 'percentunit',
      queries: [metrics(`sum(${what}) / sum(${whole})`)],
      thresholds: from(0.9, 'orange'),
    })
  return [
    {
      section: 'At a glance',
      height: 4,
      panels: [
        stat('Nodes', { queries: [metrics(count(of('kube_node_info')))] }),
        stat('Nodes not ready', {
          queries: [metrics(total(of('kube_node_status_condition', 'condition="Ready"', 'status=~"false|unknown"')))],
          thresholds: from(1, 'red'),
        }),
        stat('Pods running', { queries: [metrics(total(of('kube_pod_status_phase', 'phase="Running"')))] }),
        stat('Pods waiting or failed', {
          queries: [metrics(total(of('kube_pod_status_phase', 'phase=~"Pending|Failed|Unknown"')))],
          thresholds: from(1, 'orange'),
        }),
        share('Processors in use', of('k8s_node_cpu_usage'), allocatable('cpu')),
        share('Memory in use', of('k8s_node_memory_working_set_bytes'), allocatable('memory')),
      ],
    },
    {
      height: 8,
      panels: (['cpu', 'memory'] as const).map((resource) =>
        timeseries(`${resource === 'cpu' ? 'Processors' : 'Memory'} asked for, of what there is`, {
          description: 'At 100 % no Pod finds a place any more, however idle the nodes are.',
          unit: 'percentunit',
          queries: [
            metrics(`${byCluster(requested(resource))} / ${byCluster(allocatable(resource))}`, '{{cluster_id}}'),
          ],
        }),
      ),
    },
  ]
}

/** What each node takes. */
export const nodeBands = (metrics: Prometheus): readonly Band[] => {
  const each = 'cluster_id, k8s_node_name'
  const legend = '{{cluster_id}} {{k8s_node_name}}'
  const lines = (title: string, unit: string, what: string) =>
    timeseries(title, { unit, queries: [metrics(sumBy(each, what), legend)] })
  const traffic = perSecond(of('k8s_node_network_io_bytes_total'))
  return [
    {
      section: 'Nodes',
      height: 8,
      panels: [
        lines('Processors in use', 'none', of('k8s_node_cpu_usage')),
        lines('Memory in use', 'bytes', of('k8s_node_memory_working_set_bytes')),
        lines(
          'Disk in use',
          'percentunit',
          `${of('k8s_node_filesystem_usage_bytes')} / ${of('k8s_node_filesystem_capacity_bytes')}`,
        ),
        timeseries('Network', {
          unit: 'Bps',
          queries: [metrics(sumBy(`${each}, direction`, traffic), `${legend} {{direction}}`)],
        }),
      ],
    },
  ]
}
