import type { ClusterIdentity } from '../../fleet/component.ts'
import { type CollectorConfig, collectorConfig } from '../../objects/opentelemetry/collector.ts'
import { healthCheck } from '../../objects/opentelemetry/extensions/health-check.ts'
import { otlpReceiver } from '../../objects/opentelemetry/receivers/otlp.ts'
import { limiter } from '../opentelemetry/container.ts'
import { diskQueue } from '../opentelemetry/disk-queue.ts'
import { clusterProcessor } from '../opentelemetry/identity.ts'
import { scrubbing } from '../opentelemetry/scrubbing.ts'
import { nextOfAggregator, onward } from '../opentelemetry/way-out.ts'
import type { OtelAggregatorOptions } from './options.ts'

/** What an aggregator is told, in the words of the collector. */
export const aggregatorConfig = (
  options: Partial<OtelAggregatorOptions>,
  cluster: ClusterIdentity | undefined,
): CollectorConfig => {
  const receivers = [otlpReceiver({ grpc: {} })] as const
  const scrub = scrubbing()
  const queue = diskQueue({ size: options.size, queues: 3 })
  const exporters = [onward(nextOfAggregator(cluster), options, queue)] as const
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      // What is scrubbed is scrubbed before it is on disk.
      logs: { receivers, processors: [limiter, clusterProcessor, scrub], exporters },
      metrics: { receivers, processors: [limiter, clusterProcessor], exporters },
      traces: { receivers, processors: [limiter, clusterProcessor, scrub], exporters },
    },
  })
}
