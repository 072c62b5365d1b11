import { count, maxBy, perSecond, total } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { table } from '../../objects/grafana/table.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { byCluster, of } from './cluster.ts'
import { eachSignal, fill, gateways, received, sending } from './collectors.ts'
import type { Federated } from './federated.ts'

const clusters = (...matchers: readonly string[]) => `count by (cluster_id) (${of('up', ...matchers)})`

const clusterBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Clusters',
    height: 4,
    panels: [
      stat('Clusters reporting', { queries: [metrics(count(clusters()))] }),
      stat('Edges reporting', { queries: [metrics(count(clusters('cluster_role="edge"')))] }),
      stat('Targets', { queries: [metrics(count(of('up')))] }),
      stat('Targets down', { queries: [metrics(count(`${of('up')} == 0`))], thresholds: from(1, 'red') }),
      stat('GPUs', { queries: [metrics(count(of('DCGM_FI_DEV_GPU_UTIL')))] }),
    ],
  },
  {
    height: 8,
    panels: [
      table('Reporting', {
        queries: [metrics(`group by (cluster_id, cluster_role) (${of('up')})`)],
        columns: { cluster_id: 'Cluster', cluster_role: 'Role' },
      }),
      timeseries('Targets up', { queries: [metrics(byCluster(of('up')), '{{cluster_id}}')] }),
      timeseries('Age of the newest sample', {
        description: 'It grows while a cluster sends nothing. What its queue held arrives later with its own time.',
        unit: 's',
        queries: [metrics(`time() - ${maxBy('cluster_id', `timestamp(${of('up')})`)}`, '{{cluster_id}}')],
      }),
    ],
  },
]

const atTheHub = 'The gateways stand in the hub: choose it, or all.'

const gatewayBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Gateway',
    height: 4,
    panels: [
      stat('Gateways up', { description: atTheHub, queries: [metrics(total(of('up', gateways)))] }),
      stat('Fullest queue', {
        description: atTheHub,
        unit: 'percentunit',
        queries: [metrics(`max(${fill(gateways)})`)],
        thresholds: from(0.7, 'orange'),
      }),
      stat('Refused a second', {
        description: `What was refused is kept by whoever sent it. ${atTheHub}`,
        queries: eachSignal(metrics, (counted) => total(perSecond(of(received('refused')(counted), gateways)))),
        thresholds: from(0.001, 'orange'),
      }),
      stat('Lost a second', {
        description: `What a store refused for good is not tried again. ${atTheHub}`,
        queries: eachSignal(metrics, (counted) => total(perSecond(of(sending('send_failed')(counted), gateways)))),
        thresholds: from(0.001, 'red'),
      }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Arriving a second', {
        description: atTheHub,
        queries: eachSignal(metrics, (counted) => `sum(${perSecond(of(received('accepted')(counted), gateways))})`),
      }),
      timeseries('Fullest queue of each cluster', {
        description: 'What fills on an edge waits for the hub, or for the way there.',
        unit: 'percentunit',
        queries: [metrics(maxBy('cluster_id', fill()), '{{cluster_id}}')],
      }),
    ],
  },
]

const comparisonBands = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Comparison',
    height: 8,
    panels: [
      timeseries('Processors in use', { queries: [metrics(byCluster(of('k8s_node_cpu_usage')), '{{cluster_id}}')] }),
      timeseries('Memory in use', {
        unit: 'bytes',
        queries: [metrics(byCluster(of('k8s_node_memory_working_set_bytes')), '{{cluster_id}}')],
      }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('GPUs busy', {
        unit: 'percent',
        queries: [metrics(`avg by (cluster_id) (${of('DCGM_FI_DEV_GPU_UTIL')})`, '{{cluster_id}}')],
      }),
      timeseries('Requests for inference', {
        unit: 'reqps',
        queries: [metrics(byCluster(perSecond(of('bert_inference_requests_total'))), '{{cluster_id}}')],
      }),
    ],
  },
]

/** Who reports, how it arrives, and how the clusters compare. */
export const overview: Federated = {
  name: 'federation-overview',
  title: 'Federation Overview',
  bands: (metrics) => [...clusterBands(metrics), ...gatewayBands(metrics), ...comparisonBands(metrics)],
}
