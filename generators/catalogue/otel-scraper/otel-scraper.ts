import { manifestsComponent } from '../../fleet/define-component.ts'
import { scraperName } from '../opentelemetry/addresses.ts'
import { senderDefaults } from '../opentelemetry/options.ts'
import { nextOfSender, reached, wayOutRequires } from '../opentelemetry/way-out.ts'
import { scrapedLabels } from './jobs.ts'
import { type OtelScraperOptions, otelScraperChecks } from './options.ts'
import { scraper } from './scraper.ts'

/**
 * An OpenTelemetry Collector that scrapes, once for the whole cluster, whatever offers metrics to collectors: a component
 * says so by `{ kind: 'metrics', through: 'collector', target: 'HOST:PORT' }`. Behind a Service without an address of its own
 * each Pod is scraped.
 */
export const otelScraper = manifestsComponent<OtelScraperOptions>({
  name: scraperName,
  tier: 'apps',
  options: otelScraperChecks,
  defaults: {
    ...senderDefaults,
    scrapeInterval: '30s',
    size: '2Gi',
    resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  },
  objects: scraper,
  provides: () => [
    // Its own, which it scrapes without being told.
    { kind: 'metrics', exporter: 'otel-collector', through: 'collector' },
    { kind: 'scrapes', through: 'collector', labels: scrapedLabels },
  ],
  requires: (options, { cluster }) => [
    ...wayOutRequires(nextOfSender(options, cluster), options, cluster),
    { kind: 'all', of: 'metrics' },
  ],
  knowsCluster: true,
  reaches: (options, cluster) => reached(nextOfSender(options, cluster), cluster),
})
