import type { CapabilityOf } from '../../fleet/capability.ts'
import { familiesOf } from '../../metrics/families.ts'

/** The ten metrics of the server, each with its labels. Times are in seconds, sizes in bytes or as the name says. */
export const bertMetrics = {
  bert_inference_requests_total: 'counter status',
  bert_inference_request_duration_seconds: 'histogram',
  bert_inference_in_flight_requests: 'gauge',
  bert_inference_batch_size: 'histogram',
  bert_inference_tokens_total: 'counter',
  bert_inference_queue_length: 'gauge',
  bert_inference_errors_total: 'counter reason',
  bert_model_load_seconds: 'gauge',
  bert_model_info: 'gauge model version',
  bert_gpu_memory_used_bytes: 'gauge gpu',
} as const

/** The same as series that a collector scrapes at each Pod. */
export const bertSeries = (target: string): CapabilityOf<'metrics'> => ({
  kind: 'metrics',
  exporter: 'bert-inference',
  through: 'collector',
  target,
  families: familiesOf(bertMetrics),
})
