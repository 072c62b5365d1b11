import { readPromql } from '../../query/promql.ts'
import type { Selector } from '../../query/reading.ts'
import { ruleQueries } from '../../query/rule-queries.ts'
import { labelsOf } from '../../query/source.ts'
import type { ExporterFile } from '../exporter-file.ts'

/**
 * The series that recording rules make, as one more exporter: their names, the labels that their expressions leave, and
 * what they are made from. `specs` hold `groups`, as PrometheusRules have them.
 */
export const readRecordings = (specs: readonly unknown[]): ExporterFile => {
  const metrics: Record<string, string> = {}
  const recordedFrom: Record<string, readonly string[]> = {}
  for (const { record, expression, labels } of specs.flatMap(ruleQueries)) {
    if (record === undefined) continue
    const { result, selectors } = readPromql(expression)
    const left = labelsOf(result, nothingKnown)
    const known = (metrics[record] ?? '').split(' ').slice(1)
    metrics[record] = ['gauge', ...(left === undefined ? ['?'] : unique([...known, ...left, ...labels]))].join(' ')
    recordedFrom[record] = unique([...(recordedFrom[record] ?? []), ...selectors.flatMap(({ metrics: some }) => some)])
  }
  return { complete: true, prefixes: [], metrics, recordedFrom }
}

/** Only what an expression says itself counts: what it is made from may change. */
const nothingKnown = (_: Selector): undefined => undefined

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].sort()
