import { expect, test } from 'vitest'
import { scrubbing } from '../../../generators/catalogue/opentelemetry/scrubbing.ts'
import { otelAggregator } from '../../../generators/catalogue/otel-aggregator/otel-aggregator.ts'
import { at } from '../../../generators/plan/values.ts'
import { collectorIn } from '../opentelemetry/effective.ts'
import { collected, rendered } from '../opentelemetry/federation.ts'

const { config, workload, container } = collectorIn(rendered(), 'edge-1', 'otel-aggregator')

test('logs and spans are scrubbed before they are on disk', () => {
  const { logs, metrics, traces } = config.service.pipelines
  expect(config.processors['transform/scrub']).toEqual(scrubbing().settings)
  expect([logs, metrics, traces].map(({ processors }) => processors.includes('transform/scrub'))).toEqual([
    true,
    false,
    true,
  ])
  expect(config.exporters.otlp_grpc.sending_queue.storage).toBe('file_storage/queue')
})

test('the queue is on a volume that outlives the Pod, of the size that is said', () => {
  const edge = [...collected, otelAggregator({ size: '50Gi' })]
  const larger = collectorIn(rendered(edge), 'edge-1', 'otel-aggregator')
  expect(container.volumeMounts).toContainEqual({ name: 'queue', mountPath: '/var/lib/otelcol' })
  expect(config.extensions['file_storage/queue'].directory).toBe('/var/lib/otelcol/queue')
  expect(at(workload, 'spec.volumeClaimTemplates')).toMatchObject([
    {
      metadata: { name: 'queue' },
      spec: { storageClassName: 'local-path', resources: { requests: { storage: '10Gi' } } },
    },
  ])
  expect(larger.config.exporters.otlp_grpc.sending_queue.queue_size).toBe(10 * 2 ** 30)
  expect(at(larger.workload, 'spec.volumeClaimTemplates')).toMatchObject([
    { spec: { resources: { requests: { storage: '50Gi' } } } },
  ])
})
