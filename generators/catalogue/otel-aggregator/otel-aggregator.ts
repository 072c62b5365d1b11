import { manifestsComponent } from '../../fleet/define-component.ts'
import { aggregatorName, otlpEndpoint, ownMetrics } from '../opentelemetry/addresses.ts'
import { collectorImage } from '../opentelemetry/image.ts'
import { outsideDefaults } from '../opentelemetry/options.ts'
import { nextOfAggregator, reached, wayOutRequires } from '../opentelemetry/way-out.ts'
import { aggregator } from './aggregator.ts'
import { type OtelAggregatorOptions, otelAggregatorChecks } from './options.ts'

/**
 * The one way out of an edge: takes what the agents and the scraper of its cluster send, scrubs personal data from logs and
 * spans, and keeps what the hub does not take, on a volume. To do without, write `scrub: false` in those two as well.
 */
export const otelAggregator = manifestsComponent<OtelAggregatorOptions>({
  name: aggregatorName,
  tier: 'apps',
  options: otelAggregatorChecks,
  defaults: {
    version: collectorImage.version,
    ...outsideDefaults,
    size: '10Gi',
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
  },
  objects: aggregator,
  provides: (_, { name, namespace }) => [otlpEndpoint(name, namespace), ownMetrics(name, namespace)],
  requires: (options, { cluster }) => wayOutRequires(nextOfAggregator(cluster), options, cluster),
  knowsCluster: true,
  reaches: (_, cluster) => reached(nextOfAggregator(cluster), cluster),
})
