import { describe, expect, test } from 'vitest'
import { readLogql } from '../../generators/query/logql.ts'
import { errors, shown, uses } from './shown.ts'

describe('the streams that an expression asks for', () => {
  test.each([
    ['{app="web", namespace=~"a|b"} |= "error" != "debug"', ['{app=web,namespace=~a|b}']],
    ['sum(rate({app="web"}[5m])) / sum(rate({app!="web", job="x"}[5m]))', ['{app=web}', '{app!=web,job=x}']],
    ['count_over_time(({app="web"} |~ `a.c`)[5m] offset 1h)', ['{app=web}']],
  ])('%s', (expression, selectors) => {
    const reading = readLogql(expression)
    expect(reading.errors).toEqual([])
    expect(reading.selectors.map(shown)).toEqual(selectors)
  })
})

describe('the labels that an expression needs of its streams', () => {
  const all = 'app="web"'
  test.each([
    [`sum by (pod) (rate({${all}}[5m]))`, ['by pod < {app=web}']],
    [`{${all}} | level="error"`, ['label filter level < {app=web}']],
    [`{${all}} | level=""`, []],
    [
      `{${all}} | status >= 500 and duration > 1s`,
      ['label filter status < {app=web}', 'label filter duration < {app=web}'],
    ],
    [`{${all}} | label_format x=pod | x="a"`, ['label_format pod < {app=web}']],
    [`sum_over_time({${all}} | unwrap bytes [5m]) by (pod)`, ['unwrap bytes < {app=web}', 'by pod < {app=web}']],
    [`{${all}} | keep pod | node="a"`, ['label filter node < nothing']],
    [`{${all}} | drop pod, node="b" | pod="a"`, ['label filter pod < nothing']],
    [`sum by (pod) (sum by (node) (rate({${all}}[5m])))`, ['by node < {app=web}', 'by pod < nothing']],
    [`topk(3, sum by (node) (rate({${all}}[5m])))`, ['by node < {app=web}']],
    [`rate({${all}}[5m]) / on (pod) rate({${all}}[1h])`, ['on pod < {app=web}', 'on pod < {app=web}']],
  ])('%s', (expression, expected) => expect(uses(readLogql(expression))).toEqual(expected))

  test.each([
    ['json', '| json | level="error"'],
    ['logfmt', '| logfmt --strict | level="error"'],
    ['unpack', '| unpack | level="error"'],
    ['an expression of json', '| json level="a.b" | level="error"'],
    ['an expression of logfmt', '| logfmt level | level="error"'],
    ['a pattern', '| pattern `<_> <level>` | level="error"'],
    ['a regular expression', '| regexp "(?P<level>\\\\w+)" | level="error"'],
    ['Loki itself', '| json | __error__="JSONParserErr"'],
  ])('are not those that come from %s', (_, stages) => {
    const expression = `{app="web"} ${stages}`
    expect([errors(expression, readLogql(expression)), uses(readLogql(expression))]).toEqual([[], []])
  })

  test('are those that a parser does not name', () => {
    expect(uses(readLogql('{app="web"} | pattern `<ip> <_>` | level="error"'))).toEqual([
      'label filter level < {app=web}',
    ])
  })
})

describe('what Loki would refuse', () => {
  test.each([
    ['{app="web"', "0 '{' has a { that is never closed"],
    ['{app="web"} | ', "14 '' ends too early"],
    ['{}', "1 '}' has } where it is not expected"],
    ['{app=~".*"}', `0 '{app=~".*"}' selects every stream there is; name a label that must not be empty`],
    ['{app="web"} |= \'error\'', "15 ''' has ' where it is not expected"],
    ['app="web"', "0 'app' has app where it is not expected"],
  ])('%s', (expression, error) => expect(errors(expression, readLogql(expression))).toEqual([error]))
})
