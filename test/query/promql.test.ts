import { describe, expect, test } from 'vitest'
import { readPromql } from '../../generators/query/promql.ts'
import { labelsOf } from '../../generators/query/source.ts'
import { errors, shown, uses } from './shown.ts'

describe('the series that an expression asks for', () => {
  test.each([
    ['up', ['up{}']],
    ['rate(http_requests_total{job="web",code!~"2.."}[5m])', ['http_requests_total{job=web,code!~2..}']],
    ['a / on (x) b unless c', ['a{}', 'b{}', 'c{}']],
    ['{__name__="up", job="web"}', ['up{job=web}']],
    ['{__name__=~"up|down"}', ['up|down{}']],
    ['{__name__=~"node_.+"}', ['{}']],
    ['{"my.metric", "label.with.dots"="x"}', ['my.metric{label.with.dots=x}']],
    ['vector(1) + 2 * time()', []],
    ['max_over_time(sum(up)[1h:5m] offset 1d)', ['up{}']],
    ['up @ end() # down', ['up{}']],
  ])('%s', (expression, selectors) => {
    const reading = readPromql(expression)
    expect(reading.errors).toEqual([])
    expect(reading.selectors.map(shown)).toEqual(selectors)
  })

  test('carry their place in the text', () => {
    const text = 'sum(up{job="web"})'
    const [selector] = readPromql(text).selectors
    expect(text.slice(selector?.from, selector?.to)).toBe('up{job="web"}')
    const [matcher] = selector?.matchers ?? []
    expect(text.slice(matcher?.from, matcher?.to)).toBe('job="web"')
  })
})

describe('the labels that an expression needs, and where they must come from', () => {
  test.each([
    ['sum by (pod) (rate(a[5m]))', ['by pod < a{}']],
    ['sum(a) without (pod)', ['without pod < a{}']],
    ['sum by (pod) (a or b)', ['by pod < a{} b{}']],
    ['sum by (pod) (a unless b)', ['by pod < a{}']],
    ['a / on (pod) b', ['on pod < a{}', 'on pod < b{}']],
    ['a * on (pod) group_left (node) b', ['on pod < a{}', 'on pod < b{}', 'group_left node < b{}']],
    [
      'sum by (node) (a * on (pod) group_left (node) b)',
      ['on pod < a{}', 'on pod < b{}', 'group_left node < b{}', 'by node < a{} b{}'],
    ],
    ['sum by (node) (a * on (pod) b)', ['on pod < a{}', 'on pod < b{}', 'by node < nothing']],
    ['sum by (pod) (sum by (namespace) (a))', ['by namespace < a{}', 'by pod < nothing']],
    ['sum by (pod) (sum(a))', ['by pod < nothing']],
    ['sum by (pod) (sum without (pod) (a))', ['without pod < a{}', 'by pod < nothing']],
    ['sum by (pod) (topk by (node) (3, a))', ['by node < a{}', 'by pod < a{}']],
    ['sum by (pod) (2 * a)', ['by pod < a{}']],
    ['label_replace(a, "node", "$1", "instance", "(.*):.*")', ['label_replace instance < a{}']],
    ['label_join(a, "both", "/", "one", "other")', ['label_join one < a{}', 'label_join other < a{}']],
    [
      'histogram_quantile(0.9, sum by (job) (rate(a_bucket[5m])))',
      ['by job < a_bucket{}', 'histogram_quantile le < nothing'],
    ],
    ['histogram_quantile(0.9, rate(a_bucket[5m]))', ['histogram_quantile le < a_bucket{}']],
    ['histogram_quantile(0.9, sum by (job) (rate(native[5m])))', ['by job < native{}']],
  ])('%s', (expression, expected) => expect(uses(readPromql(expression))).toEqual(expected))

  test('are not those that the expression makes itself', () => {
    const made = [
      'sum by (node) (label_replace(a, "node", "$1", "", ""))',
      'sum by (both) (label_join(a, "both", "/"))',
      'sum by (version) (count_values("version", a))',
      'sum by (job) (absent(a{job="web"}))',
      'sum by (whatever) (info(a))',
    ]
    expect(made.flatMap((expression) => uses(readPromql(expression)))).toEqual([])
  })
})

describe('the labels of a result', () => {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    a: new Set(['job', 'pod', 'le']),
    b: new Set(['pod', 'node']),
  }
  test.each([
    ['a', ['job', 'le', 'pod']],
    ['sum(a)', []],
    ['sum by (pod, gone) (a)', ['pod']],
    ['sum without (pod) (a)', ['job', 'le']],
    ['a * on (pod) group_left (node) b', ['job', 'le', 'node', 'pod']],
    ['a - ignoring (le) b', ['job', 'pod']],
    ['a or b', ['job', 'le', 'node', 'pod']],
    ['histogram_quantile(0.5, a)', ['job', 'pod']],
    ['count_values by (job) ("value", a)', ['job', 'value']],
    ['unheard_of', undefined],
    ['sum without (pod) (unheard_of)', undefined],
  ])('%s', (expression, labels) => {
    const found = labelsOf(readPromql(expression).result, ({ metrics }) => known[metrics[0] ?? ''])
    expect(found === undefined ? undefined : [...found].sort()).toEqual(labels)
  })
})

describe('what Prometheus would refuse', () => {
  test.each([
    ['', "0 '' is empty"],
    ['sum(rate(a[5m])', "3 '(' has a ( that is never closed"],
    ['sum(a))', "6 ')' has a ) that closes nothing"],
    ['sum(a]', "5 ']' has a ] that does not close the ( before it"],
    ['a{b="c}', `4 '"' has a " that is never closed`],
    ['a{b=c}', "4 'c' has c where it is not expected"],
    ['a{b="c" d="e"}', "8 'd' has d where it is not expected"],
    ['a +', "3 '' ends too early"],
    ['sum by (pod)', "12 '' ends too early"],
    ['rte(a[5m])', "0 'rte' calls rte(), which PromQL does not know, but rate()"],
    ['a b', "2 'b' has b where it is not expected"],
    ['a{b=~"c\\d"}', "7 '\\d' has \\d in a string, which is no escape: write \\\\d"],
    ['rate(a)', "5 'a' gives rate() series of an instant where it takes a range: up[5m]"],
    ['sum(a[5m])', "4 'a[5m]' gives sum() a range where it takes series of an instant"],
    ['topk(a)', "0 'topk(a)' gives topk() 1 arguments; it takes 2"],
    ['round(a, 1, 2)', "0 'round(a, 1, 2)' gives round() 3 arguments; it takes 1 to 2"],
    ['sum(a)[5m]', "0 'sum(a)[5m]' asks for a range of something that is no selector; write a subquery, [5m:]"],
    ['a[5m] > 1', "0 'a[5m]' calculates with a range"],
    ['1 > 2', "2 '>' compares two numbers without bool"],
    ['a and 1', "2 'and' asks for and with a number; it joins series"],
    ['{job=~".*"}', `0 '{job=~".*"}' selects every series there is; name a metric, or a label that must not be empty`],
  ])('%s', (expression, error) => expect(errors(expression, readPromql(expression))).toEqual([error]))

  test('is not what is merely unusual', () => {
    const unusual = [
      'a{b=`c\\d`}',
      'a{b=\'"\', c="\\""}',
      'sum (a) by (b,)',
      '-a ^ +2 atan2 b',
      'a # ( [ {',
      'a > bool 1 == bool 1',
      'absent(a) or vector(0)',
      '{job="web"}',
      'a{}',
      'rate(a[5m:])',
      'Sum(a)',
    ]
    for (const expression of unusual) expect(errors(expression, readPromql(expression))).toEqual([])
  })
})

test('an expression that is nested beyond reason is read as far as reason goes', () => {
  const deep = `${'('.repeat(1_000)}up${')'.repeat(1_000)}`
  expect(readPromql(deep)).toMatchObject({ errors: [], selectors: [], type: 'any' })
})
