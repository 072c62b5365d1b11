import type { Alert } from './alert.ts'

/** What a collector counts of a signal, by what its queues are called. */
const counted = { metrics: 'metric_points', logs: 'log_records', traces: 'spans' } as const
const signals = Object.entries(counted)

/** Any of the signals. */
const any = (one: (counted: string, queue: string) => string): string =>
  signals.map(([queue, counted]) => one(counted, queue)).join('\nor\n')

const each = 'cluster_id, job, instance, exporter'
const collector = 'The collector {{ $labels.job }} of cluster {{ $labels.cluster_id }}'

/** It grew, or it is new: a counter is not there before the first thing that it counts. */
const grew = (counter: string, by: string): string =>
  `sum by (${by}) (increase(${counter}[10m]) > 0 or (${counter} > 0 unless ${counter} offset 10m))`

export const collectorAlerts: readonly Alert[] = [
  {
    name: 'CollectorQueueFilling',
    when: `max by (${each}, data_type) (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity) > 0.7`,
    for: '10m',
    severity: 'warning',
    summary: 'A queue of cluster {{ $labels.cluster_id }} is filling.',
    description: `${collector} holds {{ $value | humanizePercentage }} of what it may for {{ $labels.exporter }} ({{ $labels.data_type }}). Once it is full, senders are refused and keep what they have, as long as they can.`,
  },
  {
    name: 'CollectorSendsNothing',
    when: any(
      (signal, queue) =>
        `max by (${each}, data_type) (otelcol_exporter_queue_size{data_type="${queue}"}) > 0 ` +
        `unless on (${each}) sum by (${each}) (rate(otelcol_exporter_sent_${signal}_total[5m])) > 0`,
    ),
    for: '10m',
    severity: 'critical',
    summary: 'A collector of cluster {{ $labels.cluster_id }} gets rid of nothing.',
    description: `${collector} tries to send {{ $labels.data_type }} by {{ $labels.exporter }}, and has sent none for 15 minutes. Nothing is lost while there is room in its queue.`,
  },
  {
    name: 'CollectorLosesData',
    when: any(
      (signal) =>
        `${grew(`otelcol_exporter_send_failed_${signal}_total`, each)} or ${grew(`otelcol_exporter_enqueue_failed_${signal}_total`, each)}`,
    ),
    severity: 'critical',
    summary: 'A collector of cluster {{ $labels.cluster_id }} loses data.',
    description: `${collector} dropped about {{ $value | humanize }} samples, log lines or spans for {{ $labels.exporter }}: they were refused for good, or there was no room for them.`,
  },
  {
    name: 'CollectorRefuses',
    when: any(
      (signal) =>
        `sum by (cluster_id, job, instance, receiver) (rate(otelcol_receiver_refused_${signal}_total[5m])) > 0`,
    ),
    for: '15m',
    severity: 'warning',
    summary: 'A collector of cluster {{ $labels.cluster_id }} refuses what is sent to it.',
    description: `${collector} refuses {{ $value | humanize }} items a second at {{ $labels.receiver }}, for want of memory or of room in its queue. Whoever sends them has to keep them.`,
  },
]
