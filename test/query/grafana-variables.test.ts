import { describe, expect, test } from 'vitest'
import { standIn } from '../../generators/query/grafana-variables.ts'
import { readQuery } from '../../generators/query/languages.ts'
import { errors, shown, uses } from './shown.ts'

describe('a stand-in fits where its variable stands', () => {
  test.each([
    ['rate(a[$__rate_interval])', 'rate(a[000000000000001m])'],
    [`a[\${__range_s}s:$step]`, 'a[000000000001s:0001m]'],
    ['a offset $shift', 'a offset 00001m'],
    [`a{b="$c", d=~"^(\${e:regex})$"}`, 'a{b="__", d=~"^(__________)$"}'],
    ['sum by ($by) (a_$unit)', 'sum by (___) (a______)'],
    ['$agg by (x) ([[metric]])', 'sum  by (x) (__________)'],
    ['label_replace(a, "b", "$1", "c", "(.*)")', 'label_replace(a, "b", "$1", "c", "(.*)")'],
    ['a{b="\\"$c"} + `$d`', 'a{b="\\"__"} + `__`'],
    ['a{b=~"x$"}', 'a{b=~"x$"}'],
  ])('%s', (text, expected) => {
    expect(standIn(text).text).toBe(expected)
    expect(expected).toHaveLength(text.length)
  })

  test('and is remembered by the name of its variable', () => {
    const text = `$a \${b:csv} \${c.text} [[d]] [[e:raw]]`
    expect(standIn(text).variables.map(({ name, from, to }) => [name, text.slice(from, to)])).toEqual([
      ['a', '$a'],
      ['b', `\${b:csv}`],
      ['c', `\${c.text}`],
      ['d', '[[d]]'],
      ['e', '[[e:raw]]'],
    ])
  })
})

describe('what a variable holds is not known', () => {
  test.each([
    ['sum by ($by) (a{job="$job", pod!=""})', ['a{job=…,pod!=}'], []],
    ['rate($metric[5m]) + topk($n, a) + $query', ['{}', '{}', 'a{}', '{}'], []],
    ['sum by (pod) ($query)', ['{}'], ['by pod < {}']],
    ['$fn(a[$__interval]) / sum by (pod) (sum by ($by) (b))', ['a{}', 'b{}'], ['by pod < b{}']],
  ])('%s', (text, selectors, expected) => {
    const reading = readQuery(text, 'promql')
    expect(errors(text, reading)).toEqual([])
    expect(reading.selectors.map(shown)).toEqual(selectors)
    expect(uses(reading)).toEqual(expected)
  })

  test('sum by (level) (count_over_time({app="$app"} | json [$__auto]))', () => {
    const reading = readQuery('sum by (level) (count_over_time({app="$app"} |= "$search" | json [$__auto]))', 'logql')
    expect([reading.errors, reading.selectors.map(shown), uses(reading)]).toEqual([[], ['{app=…}'], []])
  })
})
