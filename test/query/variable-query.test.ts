import { expect, test } from 'vitest'
import { readVariableQuery } from '../../generators/query/variable-query.ts'
import { errors, shown, uses } from './shown.ts'

test.each([
  ['label_values(up{job="web"}, pod)', ['up{job=web}'], ['label_values pod < up{job=web}']],
  ['label_values(sum by (node) (a), pod)', ['a{}'], ['by node < a{}', 'label_values pod < nothing']],
  ['label_values(up{job=~"$job"}, pod)', ['up{job=~…}'], ['label_values pod < up{job=~…}']],
  ['label_values($metric, $label)', ['{}'], []],
  ['label_values(pod)', [], []],
  ['label_names()', [], []],
  ['label_names(up)', ['up{}'], []],
  ['metrics(node_.*)', [], []],
  ['query_result(topk(5, sum by (pod) (a)))', ['a{}'], ['by pod < a{}']],
  ['anything else', [], []],
])('%s', (query, selectors, expected) => {
  const reading = readVariableQuery(query, 'promql')
  expect([reading.errors, reading.selectors.map(shown), uses(reading)]).toEqual([[], selectors, expected])
})

test('Loki is asked for the values of labels in the same words', () => {
  const reading = readVariableQuery('label_values({namespace="$namespace"}, app)', 'logql')
  expect([reading.errors, uses(reading)]).toEqual([[], ['label_values app < {namespace=…}']])
})

test('an error stands where it stands in the query', () => {
  const query = 'query_result(sum(a)'
  expect(errors(query, readVariableQuery(`${query} b)`, 'promql'))).toEqual(["20 '' has b where it is not expected"])
})
