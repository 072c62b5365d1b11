import { expect, test } from 'vitest'
import { ruleQueries } from '../../generators/query/rule-queries.ts'

test('alerts and recording rules, each with its place and the labels that it adds', () => {
  const spec = {
    groups: [
      { name: 'a', rules: [{ alert: 'Down', expr: 'up == 0', labels: { severity: 'page' } }] },
      { name: 'b', rules: [{ record: 'job:up:sum', expr: 'sum by (job) (up)' }, { alert: 'Always', expr: 1 }, {}] },
    ],
  }
  expect(ruleQueries(spec)).toEqual([
    { where: 'alert Down', expression: 'up == 0', path: ['groups', '0', 'rules', '0', 'expr'], labels: ['severity'] },
    {
      where: 'record job:up:sum',
      record: 'job:up:sum',
      expression: 'sum by (job) (up)',
      path: ['groups', '1', 'rules', '0', 'expr'],
      labels: [],
    },
    { where: 'alert Always', expression: '1', path: ['groups', '1', 'rules', '1', 'expr'], labels: [] },
  ])
})

test('what is not shaped like rules has none', () => {
  for (const odd of [undefined, null, 1, [], { groups: 1 }, { groups: [null, { rules: {} }] }]) {
    expect(ruleQueries(odd)).toEqual([])
  }
})
