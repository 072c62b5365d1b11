import { nearest } from '../../nearest.ts'
import { matchesWithout } from '../../query/reading.ts'
import type { ClusterQueries, ReadQuery } from '../queries/cluster-queries.ts'
import { askedIn, findOnce, type QueryFinding } from '../queries/found-once.ts'
import type { Rule } from '../rule.ts'

export const knownLogLabels: Rule = {
  name: 'known-log-labels',
  because: 'log dashboards asked for labels that no agent sets, or in a cluster without an agent, and never worked',
  check: ({ queries }) => {
    const cluster = queries()
    // Without a Loki the datasource is what is missing.
    if (cluster === undefined || !cluster.datasources.some(({ type }) => type === 'loki')) return []
    return findOnce(knownLogLabels.name, askedIn('logql', cluster), (query) => strangers(query, cluster))
  },
}

const strangers = ({ reading }: ReadQuery, { cluster, logLabels }: ClusterQueries): readonly QueryFinding[] => {
  if (reading.selectors.length === 0) return []
  if (logLabels === undefined) {
    return [
      {
        about: 'logs',
        reason: `asks for log lines, and nothing in ${cluster} sends any to Loki`,
        fix: 'add an agent that does: promtail() or alloy()',
      },
    ]
  }
  const matched = reading.selectors.flatMap(({ matchers }) => matchers.filter((one) => !matchesWithout(one)))
  const used = reading.labelUses.filter(({ clause }) => clause !== 'ignoring' && clause !== 'without')
  return [
    ...matched.map(({ label }) => ({ label, isGone: false })),
    ...used.map(({ label, selectors }) => ({ label, isGone: selectors.length === 0 })),
  ]
    .filter(({ label, isGone }) => isGone || !logLabels.has(label))
    .map(({ label, isGone }) => (isGone ? gone(label) : unknown(label, cluster, logLabels)))
}

const gone = (label: string): QueryFinding => ({
  about: label,
  reason: `uses the label ${label}, where what is inside has it no more`,
  fix: `keep ${label} in the aggregation inside, or take it out here`,
})

const unknown = (label: string, cluster: string, labels: ReadonlySet<string>): QueryFinding => {
  const guess = nearest(label, labels)
  return {
    about: label,
    reason: `asks for log lines by the label ${label}, which no line in ${cluster} has`,
    fix:
      guess === undefined
        ? `use one that they have: ${[...labels].sort().join(', ')}; or parse the lines first: | json`
        : `write ${guess}`,
  }
}
