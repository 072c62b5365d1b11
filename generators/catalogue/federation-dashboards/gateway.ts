import { maxBy, perSecond, sumBy, total } from '../../objects/grafana/expressions.ts'
import type { Band } from '../../objects/grafana/layout.ts'
import { from } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { stat } from '../../objects/grafana/stat.ts'
import { timeseries } from '../../objects/grafana/timeseries.ts'
import { of } from './cluster.ts'
import { type Counted, eachSignal, fill, gateways, received, sending } from './collectors.ts'
import type { Federated } from './federated.ts'

/** What the gateways count in a second, of each of these labels. */
const rates = (labels: string, counter: string) => sumBy(labels, perSecond(of(counter, gateways)))
const gauge = (metric: string, ...matchers: readonly string[]) => of(metric, gateways, ...matchers)
/** What a gateway loses in a second. Before the first loss there is no counter of it, and nothing is lost. */
const losses = (counter: string) => `${rates('cluster_id', counter)} or 0 * ${sumBy('cluster_id', gauge('up'))}`

const glance = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'At a glance',
    height: 4,
    panels: [
      stat('Gateways up', { queries: [metrics(total(gauge('up')))] }),
      stat('Arriving a second', {
        queries: eachSignal(metrics, (counted) => total(perSecond(gauge(received('accepted')(counted))))),
      }),
      stat('Fullest queue', {
        unit: 'percentunit',
        queries: [metrics(`max(${fill(gateways)})`)],
        thresholds: from(0.7, 'orange'),
      }),
      stat('Lost a second', {
        description: 'A store refused it for good, or a queue was full: it is not tried again.',
        queries: eachSignal(metrics, (counted) => total(perSecond(gauge(sending('send_failed')(counted))))),
        thresholds: from(0.001, 'red'),
      }),
    ],
  },
]

const receiving = (metrics: Prometheus): readonly Band[] => {
  const arriving = (title: string, counted: Counted) =>
    timeseries(title, { queries: [metrics(rates('receiver', received('accepted')(counted)), '{{receiver}}')] })
  return [
    {
      section: 'Accepted, a second',
      height: 8,
      panels: [arriving('Samples', 'metric_points'), arriving('Log lines', 'log_records'), arriving('Spans', 'spans')],
    },
    {
      height: 8,
      panels: [
        timeseries('Refused a second', {
          description: 'For want of memory, or of room in a queue. Whoever sent it keeps it and tries again.',
          queries: eachSignal(metrics, (counted) => rates('cluster_id', received('refused')(counted))),
        }),
        timeseries('Failed a second', {
          description: 'A mistake inside the gateway, which no sender can help.',
          queries: eachSignal(metrics, (counted) => rates('cluster_id', received('failed')(counted))),
        }),
      ],
    },
  ]
}

const queue = '{{exporter}} {{data_type}}'

const queues = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'Queues',
    height: 8,
    panels: [
      timeseries('Length', {
        description: 'In bytes, as they are on disk.',
        unit: 'bytes',
        queries: [metrics(maxBy('exporter, data_type', gauge('otelcol_exporter_queue_size')), queue)],
      }),
      timeseries('Share of what each may hold', {
        unit: 'percentunit',
        queries: [metrics(maxBy('exporter, data_type', fill(gateways)), queue)],
      }),
      timeseries('Requests under way', {
        queries: [metrics(sumBy('exporter, data_type', gauge('otelcol_exporter_in_flight_requests')), queue)],
      }),
    ],
  },
]

const sends = (metrics: Prometheus): readonly Band[] => {
  const sent = (title: string, counted: Counted) =>
    timeseries(title, { queries: [metrics(rates('exporter', sending('sent')(counted)), '{{exporter}}')] })
  return [
    {
      section: 'Sent, a second',
      height: 8,
      panels: [sent('Samples', 'metric_points'), sent('Log lines', 'log_records'), sent('Spans', 'spans')],
    },
    {
      height: 8,
      panels: [
        timeseries('Refused by a store, for good, a second', {
          queries: eachSignal(metrics, (counted) => losses(sending('send_failed')(counted))),
        }),
        timeseries('No room in a queue, a second', {
          queries: eachSignal(metrics, (counted) => losses(sending('enqueue_failed')(counted))),
        }),
      ],
    },
  ]
}

const costs = (metrics: Prometheus): readonly Band[] => [
  {
    section: 'What they take',
    height: 8,
    panels: [
      timeseries('Processors', {
        queries: [metrics(rates('instance', 'otelcol_process_cpu_seconds_total'), '{{instance}}')],
      }),
      timeseries('Memory', {
        unit: 'bytes',
        queries: [metrics(sumBy('instance', gauge('otelcol_process_memory_rss')), '{{instance}}')],
      }),
    ],
  },
]

/** What comes in at the hub, what waits, and what goes on to its stores. */
export const gateway: Federated = {
  name: 'federation-gateway',
  title: 'Gateway',
  bands: (metrics) => [
    ...glance(metrics),
    ...receiving(metrics),
    ...queues(metrics),
    ...sends(metrics),
    ...costs(metrics),
  ],
}
