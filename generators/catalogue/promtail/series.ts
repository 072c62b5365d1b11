import { monitored } from '../prometheus-operator-crds/monitored.ts'

const host = ['host']
const file = ['path']

/** Promtail's own series: grafana/loki clients/pkg/promtail/client/client.go and targets/file/metrics.go, as of 3.5. */
export const promtailSeries = monitored('promtail', {
  families: {
    promtail_batch_retries_total: [...host, 'tenant'],
    promtail_dropped_bytes_total: [...host, 'tenant', 'reason'],
    promtail_dropped_entries_total: [...host, 'tenant', 'reason'],
    promtail_encoded_bytes_total: host,
    promtail_sent_bytes_total: host,
    promtail_sent_entries_total: host,
    promtail_file_bytes_total: file,
    promtail_read_bytes_total: file,
    promtail_read_lines_total: file,
    promtail_files_active_total: [],
    promtail_targets_active_total: [],
    promtail_targets_failed_total: ['reason'],
  },
})
