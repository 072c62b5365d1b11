import { expect, test } from 'vitest'
import { applicationSeries } from '../../../generators/catalogue/argo-alerts/application-metrics.ts'
import { argoRules, failing, lastDeployed } from '../../../generators/catalogue/argo-alerts/rules.ts'
import { loadExporters, metricsFolder } from '../../../generators/metrics/exporters.ts'
import type { DashboardModel } from '../../../generators/objects/grafana/dashboard.ts'
import { placed } from './place.ts'

const models = (found = {}) => placed({}, found).dashboards.map(({ model }) => model as DashboardModel)
const panels = models().flatMap(({ panels }) => panels.filter(({ type }) => type !== 'row'))
const expressions = panels.flatMap((panel) => ('targets' in panel ? panel.targets.map(({ expr }) => expr ?? '') : []))

test('there are two dashboards, each at a fixed address', () => {
  expect(models().map(({ uid, title }) => [uid, title])).toEqual([
    ['argo-cd', 'Argo CD'],
    ['dora', 'DORA'],
  ])
})

test('DORA looks back a week, the other an hour', () => {
  expect(models().map(({ time }) => time?.from)).toEqual(['now-1h', 'now-7d'])
})

test('every panel, query and choice asks the Prometheus that was found', () => {
  const uids = (of: readonly DashboardModel[]) =>
    new Set(JSON.stringify(of).match(/(?<="datasource":\{"type":"prometheus","uid":")[^"]*/g))
  const watch = { kind: 'datasource', type: 'prometheus', uid: 'watch', name: 'Watch', url: 'http://watch' } as const
  expect(uids(models())).toEqual(new Set(['prometheus']))
  expect(uids(models({ all: () => [watch] }))).toEqual(new Set(['watch']))
})

test('rules and panels ask for series that are scraped or recorded, and for no other', () => {
  const exporters = loadExporters(metricsFolder)
  const argo = exporters.find('argo-cd')
  const common = exporters.find('common')
  const known = (name: string) =>
    [failing, lastDeployed].includes(name) ||
    Object.hasOwn(applicationSeries.families ?? {}, name) ||
    argo?.find(name) !== undefined ||
    common?.find(name) !== undefined
  const rules = argoRules('argo-alerts', undefined).spec.groups.flatMap(({ rules }) =>
    rules.map(({ expr }) => `${expr}`),
  )
  const asked = [...expressions, ...rules].flatMap((expr) => expr.match(/\b(argo|process)_?\w*[_:][\w:]+/g) ?? [])
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((name) => !known(name))).toEqual([])
})

test('each of the four DORA metrics says what it measures', () => {
  const dora = models()[1]?.panels ?? []
  const described = dora.flatMap((panel) => ('description' in panel ? [[panel.title, panel.description]] : []))
  expect(described.slice(0, 4).map(([title]) => title)).toEqual([
    'Deployments a day',
    'Lead time, from sync to deployed',
    'Change failure rate',
    'Time to restore',
  ])
  expect(described).toHaveLength(dora.filter(({ type }) => type !== 'row').length)
})
