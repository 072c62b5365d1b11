import { nearest } from '../../nearest.ts'
import { type LabelUse, type Matcher, matchesWithout, type Selector } from '../../query/reading.ts'
import { mustCome } from '../../query/source.ts'
import type { ReadQuery } from '../queries/cluster-queries.ts'
import { askedIn, findOnce, type QueryFinding } from '../queries/found-once.ts'
import type { Series } from '../queries/series.ts'
import type { Rule } from '../rule.ts'

export const knownMetricLabels: Rule = {
  name: 'known-metric-labels',
  because: 'panels asked for container names as another platform labels them, and showed nothing for months',
  check: ({ queries }) => {
    const cluster = queries()
    if (cluster === undefined || !cluster.series.isKnown) return []
    return findOnce(knownMetricLabels.name, askedIn('promql', cluster), (query) => [
      ...query.reading.selectors.flatMap((selector) => strangeMatchers(selector, cluster.series)),
      ...query.reading.labelUses.flatMap((use) => strangeUse(use, cluster.series)),
      ...legendLabels(query).flatMap((use) => strangeUse(use, cluster.series)),
    ])
  },
}

/** The labels that the series of a selector can have; undefined where they are not known, or there are no such series. */
const labelsOf = ({ metrics }: Selector, series: Series): ReadonlySet<string> | undefined => {
  const found = metrics.map(series.find).filter((one) => one !== undefined)
  if (found.length === 0 || found.some(({ labels }) => labels === undefined)) return undefined
  return new Set(found.flatMap(({ labels }) => [...(labels ?? [])]))
}

const strangeMatchers = (selector: Selector, series: Series): readonly QueryFinding[] => {
  const labels = labelsOf(selector, series)
  if (labels === undefined) return []
  return selector.matchers
    .filter((matcher) => !matchesWithout(matcher) && !labels.has(matcher.label) && !isTolerated(matcher))
    .map(({ label }) => stranger(label, `by its label ${label}`, selector.metrics, labels))
}

/**
 * Dashboards that are made for many clusters ask for `cluster` everywhere. Without it their variable is empty, and so
 * matches what lacks the label; grouping by it groups by nothing.
 */
const isTolerated = ({ label, value }: Pick<Matcher, 'label' | 'value'>): boolean =>
  label === 'cluster' && value === undefined

/** What takes labels away asks for none. */
const removing: ReadonlySet<string> = new Set(['ignoring', 'without'])

const strangeUse = ({ label, clause, selectors }: LabelUse, series: Series): readonly QueryFinding[] => {
  if (removing.has(clause) || isTolerated({ label, value: undefined })) return []
  if (selectors.length === 0) {
    return [
      {
        about: `${clause} ${label}`,
        reason: `uses the label ${label} in ${clause}, where what is inside has it no more`,
        fix: `keep ${label} in the aggregation inside, or take it out here`,
      },
    ]
  }
  const all = selectors.map((selector) => labelsOf(selector, series))
  if (all.some((labels) => labels === undefined || labels.has(label))) return []
  const known = new Set(all.flatMap((labels) => [...(labels ?? [])]))
  const metrics = selectors.flatMap((selector) => selector.metrics)
  return [stranger(label, `with ${label} in ${clause}`, metrics, known)]
}

const stranger = (
  label: string,
  how: string,
  metrics: readonly string[],
  labels: ReadonlySet<string>,
): QueryFinding => {
  const names = [...new Set(metrics)].join(' or ')
  const guess = nearest(label, labels)
  return {
    about: `${names} ${label}`,
    reason: `asks for ${names} ${how}, which it does not have`,
    fix: guess === undefined ? `use one that it has: ${usual(labels).join(', ')}` : `write ${guess}`,
  }
}

/** What Prometheus renames a label to, where two set it, is the rarer wish. */
const usual = (labels: ReadonlySet<string>): readonly string[] =>
  [...labels].filter((label) => !labels.has(label.replace(/^exported_/, '')) || !label.startsWith('exported_')).sort()

/** The labels that a legend shows: `{{pod}}`. */
const legendLabels = (query: ReadQuery): readonly LabelUse[] => {
  if (query.by === 'rule' || query.legend === undefined || query.reading.errors.length > 0) return []
  return [...query.legend.matchAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g)].flatMap(([, label = '']) => {
    const selectors = label === '__name__' ? undefined : mustCome(query.reading.result, label)
    return selectors === undefined ? [] : [{ label, clause: 'its legend', selectors, from: 0, to: 0 }]
  })
}
