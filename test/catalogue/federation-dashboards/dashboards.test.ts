import { describe, expect, test } from 'vitest'
import { federationDashboards } from '../../../generators/catalogue/federation-dashboards/federation-dashboards.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { dashboardQueries } from '../../../generators/query/dashboard-queries.ts'
import { readQuery } from '../../../generators/query/languages.ts'
import { readVariableQuery } from '../../../generators/query/variable-query.ts'
import { labProgram, saidOf, without } from '../../support/lab-program.ts'
import { problemsOf } from '../../support/problems.ts'
import { made } from '../made.ts'
import { whereOthersBring } from '../where.ts'
import { federation } from './federation.ts'

const { dashboards } = made(federationDashboards)
const models = dashboards.map(({ model }) => ({ model, ...dashboardQueries(model) }))
const queries = models.flatMap(({ title, queries }) => queries.map((query) => ({ title, ...query })))

test('there are five, in one folder, each at a fixed address, with about as many panels as it takes', () => {
  const panels = (model: object) =>
    (model as { panels: { type: string }[] }).panels.filter(({ type }) => type !== 'row')
  expect(models.map(({ model, title }) => [model.uid, title, panels(model).length])).toEqual([
    ['federation-overview', 'Federation Overview', 18],
    ['federation-gateway', 'Gateway', 19],
    ['federation-kubernetes', 'Kubernetes Resources', 23],
    ['federation-gpu', 'GPU Health', 23],
    ['federation-bert', 'BERT Inference', 24],
  ])
  expect(new Set(dashboards.map(({ folder }) => folder))).toEqual(new Set(['Federated Observability']))
})

describe('14. queries had no cluster filter, so the clusters were added up', () => {
  test('every dashboard begins with the choice of clusters, which leaves out what says of none', () => {
    for (const { model } of models) {
      const [first] = (model.templating as { list: Record<string, unknown>[] }).list
      expect(first).toMatchObject({
        name: 'cluster',
        query: { query: 'label_values(up{cluster_id!=""}, cluster_id)' },
        multi: true,
        includeAll: true,
        allValue: '.+',
      })
    }
  })

  test('every query of every panel, and every other choice, asks for the clusters that are chosen', () => {
    const unfiltered = queries.flatMap(({ title, where, kind, expression }) => {
      const { selectors } =
        kind === 'variable' ? readVariableQuery(expression, 'promql') : readQuery(expression, 'promql')
      expect(selectors).not.toEqual([])
      return selectors
        .map(({ from, to }) => expression.slice(from, to))
        .filter((selector) => where !== 'variable cluster' && !selector.includes('{cluster_id=~"$cluster"'))
        .map((selector) => `${title}: ${where}: ${selector}`)
    })
    expect(queries.length).toBeGreaterThan(130)
    expect(unfiltered).toEqual([])
  })
})

test('all ask the Prometheus that was found, whose address stands nowhere else', () => {
  const uids = (of: readonly object[]) => new Set(JSON.stringify(of).match(/(?<="uid":")[^"]*/g))
  const own = dashboards.map(({ model }) => model.uid)
  const watch = { kind: 'datasource', type: 'prometheus', uid: 'watch', name: 'Watch', url: 'http://watch' } as const
  expect(uids(dashboards)).toEqual(new Set([...own, 'prometheus']))
  expect(uids(made(federationDashboards, {}, whereOthersBring('federation-dashboards', watch)).dashboards)).toEqual(
    new Set([...own, 'watch']),
  )
})

describe('in a federation of a hub and an edge', () => {
  test('every query and alert finds the series and labels that it asks for', () => {
    expect(problemsOf(federation())).toEqual([])
  })

  test.each([
    ['dcgm-exporter', 'DCGM_FI_DEV_GPU_UTIL', 'the dashboard GPU Health'],
    ['bert-inference', 'bert_inference_requests_total', 'the dashboard BERT Inference'],
    ['kube-state-metrics', 'kube_node_info', 'the dashboard Kubernetes Resources'],
    ['cert-manager', 'certmanager_certificate_expiration_timestamp_seconds', 'rules.yml of ConfigMap prometheus'],
  ])('without %s it is told what nobody exports', (component, series, document) => {
    const told = problemsOf(federation([component])).map(([, reason]) => reason)
    expect(told).toContainEqual(expect.stringContaining(`${document} asks for ${series}, which nothing in hub exports`))
  })
})

const promtool = labProgram('promtool')

test.skipIf(promtool === undefined)(
  promtool === undefined ? `skipped: ${without('promtool')}` : 'promtool takes every query, as Grafana would send it',
  () => {
    const asked = queries.filter(({ kind }) => kind === 'expression')
    const rules = asked.map(({ expression }, index) => ({
      record: `query:${index}`,
      expr: expression.replaceAll('$__rate_interval', '2m').replaceAll(/\$\w+/g, '.+'),
    }))
    const file = toYaml({ groups: [{ name: 'queries', rules }] })
    expect(saidOf(promtool!, { 'queries.yaml': file }, (name) => ['check', 'rules', name('queries.yaml')])).toBe('')
  },
)
