import { describe, expect, test } from 'vitest'
import { readLogql } from '../../generators/query/logql.ts'
import { readPromql } from '../../generators/query/promql.ts'
import type { QueryReading } from '../../generators/query/reading.ts'
import { mergedOver } from '../../generators/query/source.ts'
import { shown } from './shown.ts'

/** Whose series are not told apart by `site` any more. */
const merged = ({ merges, errors }: QueryReading): readonly string[] => {
  expect(errors).toEqual([])
  return [...new Set(merges.flatMap((merge) => mergedOver(merge, 'site')).map(shown))]
}

describe('series that differ in a label are made one', () => {
  test.each([
    ['sum(a)', ['a{}']],
    ['sum by (pod) (rate(a[5m]))', ['a{}']],
    ['sum without (site) (a)', ['a{}']],
    ['sum(sum by (site) (a))', ['a{}']],
    ['sum by (site) (a) / sum(b)', ['b{}']],
    ['a * on (pod) group_left (node) b', ['a{}', 'b{}']],
    ['a / ignoring (site) b', ['a{}', 'b{}']],
    ['absent(a)', ['a{}']],
    ['time() - scalar(a)', ['a{}']],
    ['histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))', ['a_bucket{}']],
  ])('by %s', (expression, expected) => expect(merged(readPromql(expression))).toEqual(expected))

  test.each([
    ['sum by (pod) (count_over_time({app="web"}[5m]))', ['{app=web}']],
    ['sum(sum by (site) (rate({app="web"}[5m])))', ['{app=web}']],
  ])('by %s', (expression, expected) => expect(merged(readLogql(expression))).toEqual(expected))
})

describe('series that differ in a label stay apart', () => {
  test.each([
    'a',
    'rate(a[5m])',
    'a > b',
    'a unless b',
    'sum by (site) (a)',
    'sum by (site, pod) (a) unless sum by (pod, site) (b)',
    'sum without (pod) (a)',
    'topk(3, a)',
    'a * on (site, pod) group_left (node) b',
    'a / ignoring (pod) b',
    'histogram_quantile(0.9, sum by (le, site) (rate(a_bucket[5m])))',
    'time() - max by (site) (timestamp(a))',
  ])('in %s', (expression) => expect(merged(readPromql(expression))).toEqual([]))

  test.each(['count_over_time({app="web"}[5m])', 'topk(3, count_over_time({app="web"}[5m]))', '{app="web"}'])(
    'in %s',
    (expression) => expect(merged(readLogql(expression))).toEqual([]),
  )
})
