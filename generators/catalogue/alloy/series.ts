import { monitored } from '../prometheus-operator-crds/monitored.ts'

const tenant = ['host', 'tenant']
const file = ['path']
/** Of the part of Alloy's configuration that counts, such as `loki.write.loki`. */
const part = { labels: ['component_id', 'component_path'] }

/**
 * Series of what Alloy does with logs: grafana/alloy internal/component/common/loki/client/metrics.go and
 * loki/source/file/metrics.go at 66ebea85.
 */
export const alloySeries = monitored('alloy', {
  ...part,
  families: {
    loki_write_batch_retries_total: tenant,
    loki_write_dropped_bytes_total: [...tenant, 'reason'],
    loki_write_dropped_entries_total: [...tenant, 'reason'],
    loki_write_sent_bytes_total: tenant,
    loki_write_sent_entries_total: tenant,
    loki_source_file_file_bytes_total: file,
    loki_source_file_read_bytes_total: file,
    loki_source_file_read_lines_total: file,
    loki_source_file_files_active_total: [],
  },
})
