import type { Way } from '../../fleet/capability.ts'
import { grouped } from '../../grouped.ts'
import type { Placement } from '../../plan/placement.ts'
import { placeName } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const metricsAreScraped: Rule = {
  name: 'metrics-are-scraped',
  because:
    'the scraper of an edge had been applied by hand and never came from Git: the next edge had none, and nobody heard its exporters',
  check: ({ cluster: { cluster, placements, brought } }) => {
    // A hub has a Prometheus of its own, and other clusters may offer more than they keep.
    if (cluster.identity.role !== 'edge') return []
    const taken = new Set(
      brought.flatMap(({ capability }) => (capability.kind === 'scrapes' ? [capability.through] : [])),
    )
    return placements.flatMap((placement) =>
      waysByExporter(placement)
        .filter(([, ways]) => !ways.some((way) => taken.has(way)))
        .map(([exporter, ways]) => ({
          rule: metricsAreScraped.name,
          place: placement.place,
          reason: `nothing in ${cluster.name} scrapes the metrics of ${exporter}, which ${placement.name} offers by ${ways.join(' and ')}`,
          fix: `add ${ways.includes('otlp') ? 'otelAgent()' : 'otelScraper()'} to a namespace of ${placeName(cluster.place)}`,
        })),
    )
  },
}

/** Each exporter of a component, by all the ways in which it can be heard. */
const waysByExporter = ({ provides }: Placement): readonly (readonly [exporter: string, ways: readonly Way[]])[] => {
  const offers = provides.flatMap((one) => (one.kind === 'metrics' ? [one] : []))
  const byExporter = grouped(offers, ({ exporter }) => exporter)
  return [...byExporter].map(([exporter, some]) => [exporter, some.map(({ through }) => through)])
}
