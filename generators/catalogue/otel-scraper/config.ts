import type { ClusterIdentity } from '../../fleet/component.ts'
import { type CollectorConfig, collectorConfig } from '../../objects/opentelemetry/collector.ts'
import { healthCheck } from '../../objects/opentelemetry/extensions/health-check.ts'
import { resourceProcessor } from '../../objects/opentelemetry/processors/resource.ts'
import { prometheusReceiver } from '../../objects/opentelemetry/receivers/prometheus.ts'
import { configFolder, limiter } from '../opentelemetry/container.ts'
import { diskQueue } from '../opentelemetry/disk-queue.ts'
import { clusterProcessor } from '../opentelemetry/identity.ts'
import { nextOfSender, onward } from '../opentelemetry/way-out.ts'
import { redundantAttributes } from './jobs.ts'
import type { OtelScraperOptions } from './options.ts'

/** Apart from the rest, so that a cluster that has other things to scrape does not repeat the rest. */
export const jobFile = 'jobs.yaml'

/** What a scraper is told, in the words of the collector; its jobs are in a file beside it. */
export const scraperConfig = (
  options: Partial<OtelScraperOptions>,
  cluster: ClusterIdentity | undefined,
): CollectorConfig => {
  const queue = diskQueue({ size: options.size, queues: 1 })
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      metrics: {
        receivers: [
          prometheusReceiver({
            global: { scrape_interval: options.scrapeInterval },
            scrape_config_files: [`${configFolder}/${jobFile}`],
          }),
        ],
        processors: [limiter, clusterProcessor, withoutRedundant],
        exporters: [onward(nextOfSender(options, cluster), options, queue)],
      },
    },
  })
}

const withoutRedundant = resourceProcessor({
  name: 'target',
  attributes: redundantAttributes.map((key) => ({ action: 'delete', key })),
})
