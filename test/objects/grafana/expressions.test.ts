import { expect, test } from 'vitest'
import {
  count,
  growth,
  maxBy,
  perSecond,
  quantile,
  selector,
  sumBy,
  top,
  total,
} from '../../../generators/objects/grafana/expressions.ts'
import { readLogql } from '../../../generators/query/logql.ts'
import { readPromql } from '../../../generators/query/promql.ts'

test.each([
  ['series that match', selector('up', 'job="web"', 'pod=~"a.*"'), 'up{job="web", pod=~"a.*"}'],
  ['a counter, a second', perSecond('a_total'), 'rate(a_total[$__rate_interval])'],
  ['a counter, an interval', growth('a_total'), 'increase(a_total[$__rate_interval])'],
  ['a sum for each label', sumBy('pod, node', 'a'), 'sum by (pod, node) (a)'],
  ['the most for each label', maxBy('pod', 'a'), 'max by (pod) (a)'],
  ['a number, where there may be none', count('up == 0'), 'count(up == 0) or vector(0)'],
  ['a sum, where there may be none', total('a'), 'sum(a) or vector(0)'],
  ['the largest', top('a'), 'topk(10, a)'],
  [
    'a quantile, which needs the bound of each bucket',
    quantile(0.9, 'a_bucket', 'pod'),
    'histogram_quantile(0.9, sum by (pod, le) (rate(a_bucket[$__rate_interval])))',
  ],
])('%s', (_, written, expected) => {
  expect(written).toBe(expected)
  expect(readPromql(written.replaceAll('$__rate_interval', '1m')).errors).toEqual([])
})

test('without a metric it is a stream of Loki', () => {
  const streams = selector('', 'container="web"')
  expect(streams).toBe('{container="web"}')
  expect(readLogql(streams).errors).toEqual([])
})
