import type { PrometheusRule } from '../../objects/prometheus/config.ts'
import { edgeInfo } from '../prometheus/edges.ts'
import type { Alert } from './alert.ts'

/** Recorded: when the newest sample of a cluster was taken, in seconds since 1970. 0: an edge that never sent any. */
const lastSeen = 'cluster:last_seen:timestamp_seconds'

const month = 30 * 24 * 60 * 60

/**
 * Whatever is asked of a series that is gone is soon answered with nothing, and the alert would end while the edge is still
 * silent. So the time is remembered: by what it was recorded as before, also across a day without Prometheus. Who is silent
 * for a month and no edge of the fleet is forgotten.
 */
export const reportingRecordings: readonly PrometheusRule[] = [
  {
    record: lastSeen,
    expr: [
      'max by (cluster_id, cluster_role) (timestamp(up{cluster_id!=""}))',
      `last_over_time(${lastSeen}[1d]) > time() - ${month}`,
      `0 * ${edgeInfo}`,
    ].join('\nor\n'),
  },
]

export const reportingAlerts: readonly Alert[] = [
  {
    name: 'ClusterSilent',
    when: `time() - ${lastSeen} > 300`,
    for: '2m',
    severity: 'critical',
    summary: 'Nothing arrives from cluster {{ $labels.cluster_id }}.',
    description:
      'The newest sample of cluster {{ $labels.cluster_id }} is {{ if gt $value 1e9 }}still to come: it never sent one{{ else }}{{ $value | humanizeDuration }} old{{ end }}. Nobody would hear if it failed.',
  },
]
