import { describe, expect, test } from 'vitest'
import { dashboardQueries } from '../../generators/query/dashboard-queries.ts'

const prometheus = { type: 'prometheus', uid: 'prometheus' }

test('queries of panels, nested panels, old rows, variables and annotations, each with its place', () => {
  const model = {
    title: 'Web',
    templating: {
      list: [
        { name: 'pod', type: 'query', datasource: prometheus, query: { query: 'label_values(up, pod)', refId: 'a' } },
        {
          name: 'app',
          type: 'query',
          datasource: { type: 'loki', uid: 'loki' },
          query: { label: 'app', stream: '{a="b"}', type: 1 },
        },
        { name: 'fixed', type: 'custom', query: 'a,b' },
      ],
    },
    annotations: { list: [{ name: 'Deployments', datasource: prometheus, expr: 'changes(up[5m])' }] },
    panels: [
      { id: 7, title: 'Up', datasource: prometheus, targets: [{ expr: 'up', legendFormat: '{{pod}}' }, { expr: ' ' }] },
      { type: 'row', title: 'More', panels: [{ id: 9, targets: [{ datasource: prometheus, expr: 'down' }] }] },
    ],
    rows: [{ panels: [{ title: 'Old', datasource: 'prometheus', targets: [{ expr: 'old' }] }] }],
  }
  const { title, queries, variables } = dashboardQueries(model)
  expect(title).toBe('Web')
  expect([...variables]).toEqual(['pod', 'app', 'fixed'])
  expect(queries.map(({ where, kind, expression, path }) => [where, kind, expression, path.join('.')])).toEqual([
    ['variable pod', 'variable', 'label_values(up, pod)', 'templating.list.0.query.query'],
    ['variable app', 'variable', 'label_values({a="b"}, app)', 'templating.list.1.query.query'],
    ['annotation "Deployments"', 'expression', 'changes(up[5m])', 'annotations.list.0.expr'],
    ['panel "Up"', 'expression', 'up', 'panels.0.targets.0.expr'],
    ['panel 9', 'expression', 'down', 'panels.1.panels.0.targets.0.expr'],
    ['panel "Old"', 'expression', 'old', 'rows.0.panels.0.targets.0.expr'],
  ])
  expect(queries[3]?.legend).toBe('{{pod}}')
})

describe('the datasource of a query', () => {
  const list = [{ name: 'logs', type: 'datasource', query: 'loki' }]
  test.each([
    ['by its UID', prometheus, undefined, prometheus],
    ['its own before that of its panel', { type: 'loki', uid: 'loki' }, prometheus, { type: 'loki', uid: 'loki' }],
    ['that of its panel', undefined, prometheus, prometheus],
    ['by name, as it was written once', 'Prometheus', undefined, { uid: 'Prometheus' }],
    [
      'whatever a variable holds',
      { type: 'prometheus', uid: `\${logs}` },
      undefined,
      { type: 'loki', variable: 'logs' },
    ],
    ['a variable that the dashboard lacks', '$DS_PROMETHEUS', undefined, { variable: 'DS_PROMETHEUS' }],
    ['the default one', undefined, null, {}],
    ['one that is part of Grafana', { type: 'datasource', uid: '-- Mixed --' }, undefined, { type: 'grafana' }],
  ])('%s', (_, own, panel, expected) => {
    const model = { templating: { list }, panels: [{ datasource: panel, targets: [{ datasource: own, expr: 'up' }] }] }
    expect(dashboardQueries(model).queries[0]?.datasource).toEqual(expected)
  })
})
