import { clusterLabel } from '../../objects/opentelemetry/identity-attributes.ts'
import type { Matcher, Selector } from '../../query/reading.ts'
import { type Merge, mergedOver } from '../../query/source.ts'
import type { ClusterQueries, ReadQuery } from '../queries/cluster-queries.ts'
import { findOnce, type QueryFinding } from '../queries/found-once.ts'
import type { Rule } from '../rule.ts'

export const clusterFilter: Rule = {
  name: 'cluster-filter',
  because:
    'queries at a hub had no cluster filter, so that the clusters were added up, and each panel showed all as one',
  check: ({ cluster, queries }) => {
    const asked = cluster.brought.some(({ from }) => from !== undefined) ? queries() : undefined
    if (asked === undefined) return []
    return findOnce(clusterFilter.name, asked.asked, (query) => mixed(query, asked))
  },
}

const mixed = (query: ReadQuery, cluster: ClusterQueries): readonly QueryFinding[] =>
  query.reading.merges.flatMap((merge) => mixedBy(merge, query, cluster))

const mixedBy = (merge: Merge, query: ReadQuery, cluster: ClusterQueries): readonly QueryFinding[] =>
  mergedOver(merge, clusterLabel)
    .filter((selector) => carriesCluster(selector, query, cluster) && !choosesCluster(selector))
    .map((selector) => {
      const what = selector.metrics.join(' or ') || 'log lines'
      return {
        about: what,
        reason: `takes ${what} of every cluster that sends to ${cluster.cluster} as those of one`,
        fix:
          query.by === 'rule'
            ? `keep ${clusterLabel}: sum by (${clusterLabel}) (…)`
            : `choose the clusters: {${clusterLabel}=~"$cluster"}; or keep ${clusterLabel}: sum by (${clusterLabel}) (…)`,
      }
    })

/** Whether any series that is meant says its cluster. Of those whose labels are not known, nobody can tell. */
const carriesCluster = (
  { metrics }: Selector,
  { language }: ReadQuery,
  { series, logLabels }: ClusterQueries,
): boolean =>
  language === 'logql'
    ? logLabels?.has(clusterLabel) === true
    : metrics.some((name) => series.find(name)?.labels?.has(clusterLabel) === true)

const choosesCluster = ({ matchers }: Selector): boolean => matchers.some(chooses)

/** To name one, or some, is a choice; to leave one out, or to take whatever there is, is none. */
const chooses = ({ label, op, value = '' }: Matcher): boolean =>
  label === clusterLabel && (op === '=' || (op === '=~' && value !== '.*' && value !== '.+'))
