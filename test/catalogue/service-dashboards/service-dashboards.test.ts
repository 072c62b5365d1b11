import { describe, expect, test } from 'vitest'
import { logLabels } from '../../../generators/catalogue/log-agent/relabelling.ts'
import type { ServiceDashboardsOptions } from '../../../generators/catalogue/service-dashboards/options.ts'
import { serviceDashboards } from '../../../generators/catalogue/service-dashboards/service-dashboards.ts'
import type { DashboardModel } from '../../../generators/objects/grafana/dashboard.ts'
import { services } from '../dark-tower.ts'
import { made } from '../made.ts'
import { where, whereOthersBring } from '../where.ts'

const dashboards = (options: ServiceDashboardsOptions = {}, here = where('service-dashboards')) =>
  made(serviceDashboards, { services, namespace: 'dark-tower', ...options }, here).dashboards
const [overview, logs] = dashboards().map(({ model }) => model as DashboardModel)

const queriesOf = (model: DashboardModel | undefined) =>
  (model?.panels ?? []).flatMap((panel) => ('targets' in panel ? panel.targets : []))

test('there is an overview and one for logs, each at an address of its own', () => {
  expect(dashboards().map(({ name, model }) => [name, model.uid, model.title])).toEqual([
    ['service-dashboards-overview', 'service-dashboards-overview', 'Services of dark-tower'],
    ['service-dashboards-logs', 'service-dashboards-logs', 'Logs of dark-tower'],
  ])
})

describe('every query', () => {
  test.each([
    ['overview', overview],
    ['logs', logs],
  ])('of the %s is about the services of that namespace', (_, model) => {
    const expressions = queriesOf(model).map(({ expr }) => expr ?? '')
    expect(expressions.length).toBeGreaterThan(3)
    for (const expr of expressions) {
      const selectors = expr.match(/\{[^}]*=[^}]*\}/g) ?? []
      expect(selectors.length).toBeGreaterThan(0)
      for (const selector of selectors) {
        expect(selector).toMatch(/^\{namespace="dark-tower", (container=~"\$service"|pod=~"\$service-\.\+")/)
      }
    }
  })

  test('knows the labels of Kubernetes, and none of another platform', () => {
    const text = JSON.stringify(dashboards())
    expect(text).not.toMatch(/container_name|container_label|compose|[{ ,]name=/)
  })

  test('asks the datasources that were found', () => {
    const logs = { kind: 'datasource', type: 'loki', uid: 'logs', name: 'Logs', url: 'http://logs' } as const
    const watch = { kind: 'datasource', type: 'prometheus', uid: 'watch', name: 'Watch', url: 'http://watch' } as const
    const uids = dashboards({}, whereOthersBring('service-dashboards', logs, watch)).map(
      ({ model }) => new Set(queriesOf(model as DashboardModel).map(({ datasource }) => datasource?.uid)),
    )
    expect(uids).toEqual([new Set(['watch']), new Set(['logs'])])
  })
})

test('people choose among the services, all at first', () => {
  for (const model of [overview, logs]) {
    expect(model?.templating.list?.find(({ name }) => name === 'service')).toMatchObject({
      type: 'custom',
      query: 'ac-service,global-controller,meeting-controller',
      multi: true,
      includeAll: true,
      current: { value: ['$__all'] },
    })
  }
})

test('lines are found by labels that the agents give them, and by what people type', () => {
  expect(logLabels).toEqual(expect.arrayContaining(['namespace', 'container']))
  expect(queriesOf(logs).map(({ expr }) => expr)).toContain(
    '{namespace="dark-tower", container=~"$service"} |~ `(?i)$search`',
  )
})

test('no panel lies over another', () => {
  for (const model of [overview, logs]) {
    const cells = model!.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
  }
})

test('the namespace is the component’s own where no other is said', () => {
  expect(dashboards({ namespace: undefined as never })[0]?.model.title).toBe('Services of monitoring')
})

test('without services there is nothing to show', () => {
  expect(dashboards({ services: [] })).toEqual([])
})
