import { sumBy, top } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { table } from '../../objects/grafana/table.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { measured, objects } from './namespace.ts'

/** What namespaces and Pods take. */
export const podBands = (metrics: Prometheus): readonly Band[] => {
  const namespaces = (title: string, unit: string, what: string) =>
    timeseries(title, {
      unit,
      queries: [metrics(sumBy('cluster_id, k8s_namespace_name', what), '{{cluster_id}} {{k8s_namespace_name}}')],
    })
  const asked = (title: string, unit: string, resource: string) =>
    timeseries(title, {
      unit,
      queries: [
        metrics(
          sumBy('cluster_id, namespace', objects('kube_pod_container_resource_requests', `resource="${resource}"`)),
          '{{cluster_id}} {{namespace}}',
        ),
      ],
    })
  const pods = (title: string, unit: string, what: string) =>
    timeseries(title, {
      unit,
      queries: [
        metrics(
          top(sumBy('cluster_id, k8s_namespace_name, k8s_pod_name', what)),
          '{{cluster_id}} {{k8s_namespace_name}}/{{k8s_pod_name}}',
        ),
      ],
    })
  const cpu = measured('k8s_pod_cpu_usage')
  const memory = measured('k8s_pod_memory_working_set_bytes')
  return [
    {
      section: 'Namespaces',
      height: 8,
      panels: [namespaces('Processors in use', 'none', cpu), asked('Processors asked for', 'none', 'cpu')],
    },
    {
      height: 8,
      panels: [namespaces('Memory in use', 'bytes', memory), asked('Memory asked for', 'bytes', 'memory')],
    },
    {
      section: 'The ten largest Pods',
      height: 8,
      panels: [pods('Processors in use', 'none', cpu), pods('Memory in use', 'bytes', memory)],
    },
  ]
}

const pod = { cluster_id: 'Cluster', namespace: 'Namespace', pod: 'Pod' }

/** What is not well. */
export const workloadBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Not well',
    height: 8,
    panels: [
      timeseries('Restarts in an hour', {
        queries: [
          metrics(
            `${sumBy('cluster_id, namespace, pod', `increase(${objects('kube_pod_container_status_restarts_total')}[1h])`)} > 0`,
            '{{cluster_id}} {{namespace}}/{{pod}}',
          ),
        ],
      }),
      table('Containers that wait', {
        queries: [metrics(`${objects('kube_pod_container_status_waiting_reason')} > 0`)],
        columns: { ...pod, container: 'Container', reason: 'Reason' },
      }),
      table('Pods not ready', {
        queries: [
          metrics(
            `${objects('kube_pod_status_ready', 'condition="false"')} > 0 unless on (cluster_id, uid) ${objects('kube_pod_status_phase', 'phase="Succeeded"')} > 0`,
          ),
        ],
        columns: pod,
      }),
    ],
  },
  {
    height: 8,
    panels: [
      table('Deployments that lack Pods', {
        queries: [metrics(`${objects('kube_deployment_status_replicas_unavailable')} > 0`)],
        columns: { cluster_id: 'Cluster', namespace: 'Namespace', deployment: 'Deployment' },
      }),
      table('DaemonSets that lack Pods', {
        queries: [metrics(`${objects('kube_daemonset_status_number_unavailable')} > 0`)],
        columns: { cluster_id: 'Cluster', namespace: 'Namespace', daemonset: 'DaemonSet' },
      }),
    ],
  },
]
