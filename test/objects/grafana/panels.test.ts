import { expect, test } from 'vitest'
import { from } from '../../../generators/objects/grafana/panel.ts'
import { prometheus } from '../../../generators/objects/grafana/query.ts'
import { stat } from '../../../generators/objects/grafana/stat.ts'
import { table } from '../../../generators/objects/grafana/table.ts'
import { timeseries } from '../../../generators/objects/grafana/timeseries.ts'

const metrics = prometheus('prometheus')
const datasource = { type: 'prometheus', uid: 'prometheus' }

test('a panel and each of its queries name the datasource by its UID', () => {
  const panel = timeseries('Memory', { queries: [metrics('used', '{{pod}}'), metrics('free')] })
  expect(panel).toMatchObject({
    type: 'timeseries',
    title: 'Memory',
    datasource,
    targets: [
      { refId: 'A', datasource, expr: 'used', legendFormat: '{{pod}}', range: true, instant: false },
      { refId: 'B', datasource, expr: 'free', legendFormat: '__auto', range: true, instant: false },
    ],
  })
})

test('a stat asks for an instant, and is coloured by its thresholds', () => {
  const panel = stat('Failing', { queries: [metrics('failing')], unit: 'short', thresholds: from(1, 'red') })
  expect(panel.targets).toMatchObject([{ expr: 'failing', instant: true, range: false }])
  expect(panel.fieldConfig?.defaults).toEqual({
    unit: 'short',
    color: { mode: 'thresholds' },
    thresholds: {
      mode: 'absolute',
      steps: [
        { color: 'green', value: null },
        { color: 'red', value: 1 },
      ],
    },
  })
})

test('a table shows the labels it was given, in their order, under their headings', () => {
  const panel = table('Pods', { queries: [metrics('kube_pod_info')], columns: { namespace: 'Namespace', pod: 'Name' } })
  expect(panel.targets).toMatchObject([{ format: 'table', instant: true }])
  expect(panel.transformations).toEqual([
    { id: 'filterFieldsByName', options: { include: { names: ['namespace', 'pod'] } } },
    {
      id: 'organize',
      options: { indexByName: { namespace: 0, pod: 1 }, renameByName: { namespace: 'Namespace', pod: 'Name' } },
    },
  ])
})

test('what was not said of a panel is left to Grafana', () => {
  const panel = stat('Up', { queries: [metrics('up')] })
  expect(Object.keys(panel)).not.toContain('description')
  expect(Object.keys(panel.fieldConfig?.defaults ?? {})).not.toContain('unit')
})
