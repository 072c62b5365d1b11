import { expect, test } from 'vitest'
import { fluxKinds } from '../../../generators/catalogue/flux-alerts/flux-kinds.ts'
import type { DashboardModel } from '../../../generators/objects/grafana/dashboard.ts'
import { placed } from './place.ts'

const model = (found = {}) => placed({}, found).dashboards[0]?.model as DashboardModel
const panels = model().panels.filter(({ type }) => type !== 'row')
const expressions = panels.flatMap((panel) => ('targets' in panel ? panel.targets.map(({ expr }) => expr ?? '') : []))

test('there is one dashboard, at a fixed address', () => {
  expect(placed().dashboards.map(({ name }) => name)).toEqual(['flux'])
  expect(model()).toMatchObject({ uid: 'flux', title: 'Flux' })
})

test("its namespace is that of Flux's controllers", () => {
  expect(model().templating.list?.find(({ name }) => name === 'namespace')).toMatchObject({
    type: 'constant',
    query: 'flux-system',
  })
})

test('every panel, query and choice asks the Prometheus that was found', () => {
  const uids = (of: DashboardModel) =>
    new Set(JSON.stringify(of).match(/(?<="datasource":\{"type":"prometheus","uid":")[^"]*/g))
  const watch = { kind: 'datasource', type: 'prometheus', uid: 'watch', name: 'Watch', url: 'http://watch' } as const
  expect(uids(model())).toEqual(new Set(['prometheus']))
  expect(uids(model({ all: () => [watch] }))).toEqual(new Set(['watch']))
  expect(panels.every(({ datasource }) => datasource?.uid === 'prometheus')).toBe(true)
})

test("it asks only for metrics that Flux's controllers and kube-state-metrics have", () => {
  expect([...new Set(expressions.flatMap((expr) => expr.match(/[a-z_]+(?=\{)/g) ?? []))].sort()).toEqual([
    'controller_runtime_reconcile_errors_total',
    'controller_runtime_reconcile_total',
    'gotk_reconcile_duration_seconds_bucket',
    'gotk_resource_info',
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'rest_client_requests_total',
    'workqueue_depth',
  ])
})

test('its tables show labels that kube-state-metrics is asked to export', () => {
  const exported = Object.values(fluxKinds).flatMap((kinds) => kinds.flatMap(({ labels }) => Object.keys(labels)))
  const always = ['customresource_kind', 'exported_namespace', 'name', 'ready', 'suspended']
  const columns = panels.flatMap(({ type, ...panel }) =>
    type === 'table' && 'transformations' in panel
      ? (panel.transformations ?? []).flatMap(({ options }) => options.include?.names ?? [])
      : [],
  )
  expect(columns.length).toBeGreaterThan(0)
  expect(columns.filter((label) => ![...exported, ...always].includes(label))).toEqual([])
})

test('no panel lies over another', () => {
  const cells = model().panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
})
