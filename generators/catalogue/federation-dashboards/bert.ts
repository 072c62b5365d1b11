import { count, maxBy, perSecond, quantile, sumBy, total } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { table } from '../../objects/grafana/table.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { byCluster, of } from './cluster.ts'
import type { Federated } from './federated.ts'

const requests = perSecond(of('bert_inference_requests_total'))
const errors = perSecond(of('bert_inference_errors_total'))
const tokens = perSecond(of('bert_inference_tokens_total'))
const duration = 'bert_inference_request_duration_seconds'
const buckets = of(`${duration}_bucket`)
const ofCluster = '{{cluster_id}}'
/** A replica is what is scraped. */
const each = 'cluster_id, instance'
const ofReplica = '{{cluster_id}} {{instance}}'

const glance = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'At a glance',
    height: 4,
    panels: [
      stat('Replicas', { queries: [metrics(count(`group by (${each}) (${of('bert_model_info')})`))] }),
      stat('Requests', { unit: 'reqps', queries: [metrics(total(requests))] }),
      stat('Failed', {
        unit: 'percentunit',
        queries: [metrics(`(${total(errors)}) / sum(${requests})`)],
        thresholds: from(0.01, 'red'),
      }),
      stat('95th percentile', {
        unit: 's',
        queries: [metrics(quantile(0.95, buckets))],
        thresholds: from(1, 'orange'),
      }),
      stat('Under way', { queries: [metrics(total(of('bert_inference_in_flight_requests')))] }),
      stat('Waiting', {
        queries: [metrics(total(of('bert_inference_queue_length')))],
        thresholds: from(10, 'orange'),
      }),
    ],
  },
]

const traffic = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Traffic',
    height: 8,
    panels: [
      timeseries('Requests, by cluster', { unit: 'reqps', queries: [metrics(byCluster(requests), ofCluster)] }),
      timeseries('Requests, by status', {
        unit: 'reqps',
        queries: [metrics(sumBy('status', requests), '{{status}}')],
      }),
      timeseries('Requests, by replica', { unit: 'reqps', queries: [metrics(sumBy(each, requests), ofReplica)] }),
    ],
  },
  {
    height: 8,
    panels: [
      timeseries('Errors, by reason', { unit: 'ops', queries: [metrics(sumBy('reason', errors), '{{reason}}')] }),
      timeseries('Share that fails', {
        unit: 'percentunit',
        queries: [metrics(`${byCluster(errors)} / ${byCluster(requests)}`, ofCluster)],
      }),
      timeseries('Tokens a second', { queries: [metrics(byCluster(tokens), ofCluster)] }),
    ],
  },
]

const mean = (histogram: string, labels: string) =>
  `${sumBy(labels, perSecond(of(`${histogram}_sum`)))} / ${sumBy(labels, perSecond(of(`${histogram}_count`)))}`

const latency = (metrics: Prometheus): readonly Band[] => {
  const percentile = (title: string, which: number) =>
    timeseries(title, { unit: 's', queries: [metrics(quantile(which, buckets, 'cluster_id'), ofCluster)] })
  return [
    {
      section: 'How long a request takes',
      height: 8,
      panels: [percentile('Median', 0.5), percentile('95th percentile', 0.95), percentile('99th percentile', 0.99)],
    },
    {
      height: 8,
      panels: [
        timeseries('Mean', { unit: 's', queries: [metrics(mean(duration, 'cluster_id'), ofCluster)] }),
        timeseries('95th percentile, by replica', {
          unit: 's',
          queries: [metrics(quantile(0.95, buckets, 'cluster_id', 'instance'), ofReplica)],
        }),
      ],
    },
  ]
}

const load = (metrics: Prometheus): readonly Band[] => {
  const lines = (title: string, what: string) => timeseries(title, { queries: [metrics(sumBy(each, what), ofReplica)] })
  return [
    {
      section: 'Load',
      height: 8,
      panels: [
        timeseries('Requests in a batch', { queries: [metrics(mean('bert_inference_batch_size', each), ofReplica)] }),
        timeseries('Tokens in a request', {
          queries: [metrics(`${byCluster(tokens)} / ${byCluster(requests)}`, ofCluster)],
        }),
        lines('Under way', of('bert_inference_in_flight_requests')),
        lines('Waiting', of('bert_inference_queue_length')),
      ],
    },
  ]
}

const models = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Models',
    height: 8,
    panels: [
      table('Served', {
        queries: [metrics(of('bert_model_info'))],
        columns: { cluster_id: 'Cluster', instance: 'Replica', model: 'Model', version: 'Version' },
      }),
      timeseries('Time to load', {
        unit: 's',
        queries: [metrics(maxBy(each, of('bert_model_load_seconds')), ofReplica)],
      }),
      timeseries('Memory of the GPU', {
        unit: 'bytes',
        queries: [metrics(sumBy(each, of('bert_gpu_memory_used_bytes')), ofReplica)],
      }),
    ],
  },
]

/** How much is asked of the model, how fast it answers, and what it takes. */
export const bert: Federated = {
  name: 'federation-bert',
  title: 'BERT Inference',
  bands: (metrics) => [
    ...glance(metrics),
    ...traffic(metrics),
    ...latency(metrics),
    ...load(metrics),
    ...models(metrics),
  ],
}
