import type { Queries } from '../../objects/grafana/panel.ts'
import type { Prometheus } from '../../objects/grafana/query.ts'
import { gatewayName } from '../opentelemetry/addresses.ts'
import { of } from './cluster.ts'

/** What a collector counts of each signal, and what people call it. */
const signals = [
  ['metric_points', 'samples'],
  ['log_records', 'log lines'],
  ['spans', 'spans'],
] as const

export type Counted = (typeof signals)[number][0]

/** One query a signal. */
export const eachSignal = (metrics: Prometheus, query: (counted: Counted) => string): Queries => {
  const [first, ...others] = signals.map(([counted, name]) => metrics(query(counted), name))
  return [first!, ...others]
}

/** The collectors that take in what every cluster sends, by the job that scrapes them. */
export const gateways = `job="${gatewayName}"`

/** How much of what it may hold each queue holds. */
export const fill = (...matchers: readonly string[]): string =>
  `${of('otelcol_exporter_queue_size', ...matchers)} / ${of('otelcol_exporter_queue_capacity', ...matchers)}`

/** What a counter of each signal counts: `received('refused')('spans')`. Its name ends as all do that a collector scrapes. */
export const received =
  (outcome: 'accepted' | 'failed' | 'refused') =>
  (counted: Counted): string =>
    `otelcol_receiver_${outcome}_${counted}_total`

export const sending =
  (outcome: 'enqueue_failed' | 'send_failed' | 'sent') =>
  (counted: Counted): string =>
    `otelcol_exporter_${outcome}_${counted}_total`
