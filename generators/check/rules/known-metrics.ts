import { nearest } from '../../nearest.ts'
import type { ClusterQueries, ReadQuery } from '../queries/cluster-queries.ts'
import { withBringer } from '../queries/exporter-bringers.ts'
import { askedIn, findOnce, type QueryFinding } from '../queries/found-once.ts'
import type { Rule } from '../rule.ts'

export const knownMetrics: Rule = {
  name: 'known-metrics',
  because: 'dashboards were copied from another platform, and stayed empty: nothing here exported what they asked for',
  check: ({ queries }) => {
    const cluster = queries()
    if (cluster === undefined || !cluster.series.isKnown) return []
    return findOnce(knownMetrics.name, askedIn('promql', cluster), (query) => unknown(query, cluster))
  },
}

const unknown = ({ reading }: ReadQuery, cluster: ClusterQueries): readonly QueryFinding[] =>
  reading.selectors.flatMap(({ metrics }) =>
    // One of several names is enough.
    metrics.some((name) => cluster.series.find(name) !== undefined)
      ? []
      : metrics.map((name) => missing(name, cluster)),
  )

const missing = (name: string, { cluster, series, exporters }: ClusterQueries): QueryFinding => {
  const about = name
  const offered = series.offered(name)
  if (offered !== undefined) {
    return {
      about,
      reason: `asks for ${name}, which ${offered.exporter} offers by ${offered.through}, and nothing in ${cluster} scrapes that`,
      fix:
        offered.through === 'collector' ? 'add otelScraper()' : `add a Prometheus that scrapes by ${offered.through}`,
    }
  }
  const dropped = series.droppedFrom(name)
  if (dropped !== undefined) {
    return {
      about,
      reason: `asks for ${name}, which ${dropped} has, and which is dropped before it is stored`,
      fix: 'ask for something else, or have it kept where it is dropped: by the options of what brings it',
    }
  }
  const arrived = series.arrivingAs(name)
  if (arrived !== undefined) {
    return {
      about,
      reason: `asks for ${name}, which arrives in ${cluster} as ${arrived}: a collector has scraped it`,
      fix: `write ${arrived}`,
    }
  }
  const optional = series.switchedOff(name)
  if (optional !== undefined) {
    return {
      about,
      reason: `asks for ${name}, which ${optional} does not export unless it is told to`,
      fix: `switch it on there, and let the component provide { kind: 'metrics' } with ${name} among its families`,
    }
  }
  const others = exporters.names.filter((one) => exporters.find(one)?.find(name) !== undefined)
  const reason = `asks for ${name}, which nothing in ${cluster} exports`
  if (others.length > 0) return { about, reason, fix: `add ${others.map(withBringer).join(', or ')}` }
  const guess = nearest(name, series.names())
  return {
    about,
    reason,
    fix:
      guess === undefined
        ? `correct it, or let the component that exports it provide { kind: 'metrics' } with ${name} among its families`
        : `write ${guess}`,
  }
}
