import type { CapabilityOf } from '../../fleet/capability.ts'
import { familiesOf } from '../../metrics/families.ts'
import { labelName } from '../../objects/prometheus/label-name.ts'

const call = 'client server connection_type'
const span = 'service span_name span_kind status_code'

/** What Tempo 2.10 counts of traces: who calls whom, and how long each span took. */
const counted = familiesOf({
  traces_service_graph_request_total: `counter ${call}`,
  traces_service_graph_request_failed_total: `counter ${call}`,
  traces_service_graph_request_client_seconds: `histogram ${call}`,
  traces_service_graph_request_server_seconds: `histogram ${call}`,
  traces_service_graph_unpaired_spans_total: `counter ${call}`,
  traces_spanmetrics_calls_total: `counter ${span}`,
  traces_spanmetrics_latency: `histogram ${span}`,
  traces_spanmetrics_size_total: `counter ${span}`,
})

/** The series that it writes to a Prometheus which takes them. */
export const written = (dimensions: readonly string[] = []): CapabilityOf<'metrics'> => ({
  kind: 'metrics',
  exporter: 'tempo-metrics-generator',
  through: 'remote-write',
  families: counted,
  labels: dimensions.map(labelName),
})
