import { expect, test } from 'vitest'
import { federationDashboards } from '../../../generators/catalogue/federation-dashboards/federation-dashboards.ts'
import { toYaml } from '../../../generators/output/yaml/emit.ts'
import { dashboardQueries } from '../../../generators/query/dashboard-queries.ts'
import { readQuery } from '../../../generators/query/languages.ts'
import type { Selector } from '../../../generators/query/reading.ts'
import { labProgram, saidOf, without } from '../../support/lab-program.ts'
import { made } from '../made.ts'

const expressions = made(federationDashboards).dashboards.flatMap(({ model }) =>
  dashboardQueries(model).queries.flatMap(({ kind, expression }) => (kind === 'expression' ? [expression] : [])),
)
const readings = expressions.map((expression) => readQuery(expression, 'promql'))

/** Every label that any query names, of one value. An object is one that meets its own condition alone. */
const labels = Object.fromEntries(
  readings
    .flatMap(({ selectors, labelUses }) => [...selectors.flatMap(({ matchers }) => matchers), ...labelUses])
    .flatMap(({ label }) => (label === 'le' || label === 'uid' ? [] : [[label, 'some']])),
)

/** A series that a selector finds in a cluster: the first that each condition names. */
const seriesOf = (
  { metrics: [metric = ''], matchers }: Selector,
  cluster: string,
): readonly (readonly [string, string])[] => {
  const met = matchers.flatMap(({ label, op, value }) =>
    value === undefined || op.startsWith('!') ? [] : [[label, op === '=~' ? value.split('|', 1)[0]! : value]],
  )
  const own = { ...labels, uid: met.join(), ...Object.fromEntries(met), cluster_id: cluster }
  const values = /_(?:bucket|count|sum|total)$/.test(metric) ? '1+3x60' : '5x60'
  const bounds = metric.endsWith('_bucket') ? [{ le: '0.5' }, { le: '+Inf' }] : [{}]
  return bounds.map((bound) => {
    const all = Object.entries({ ...own, ...bound }).map(([label, value]) => `${label}="${value}"`)
    return [`${metric}{${all.join(', ')}}`, values]
  })
}

const promtool = labProgram('promtool')

test.skipIf(promtool === undefined)(
  promtool === undefined
    ? `skipped: ${without('promtool')}`
    : 'every query of a panel has an answer in the real Prometheus, where two clusters send what it asks for',
  () => {
    const clusters = ['hub', 'edge-1']
    const series = new Map(
      readings.flatMap(({ selectors }) =>
        selectors.flatMap((one) => clusters.flatMap((cluster) => seriesOf(one, cluster))),
      ),
    )
    const sent = (expression: string) => expression.replaceAll('$__rate_interval', '2m').replaceAll(/\$\w+/g, '.+')
    const all = {
      evaluation_interval: '30s',
      rule_files: [],
      tests: [
        {
          interval: '30s',
          input_series: [...series].map(([name, values]) => ({ series: name, values })),
          promql_expr_test: expressions.map((expression) => ({
            expr: `count(${sent(expression)}) > bool 0`,
            eval_time: '20m',
            exp_samples: [{ labels: '{}', value: 1 }],
          })),
        },
      ],
    }
    expect(expressions.length).toBeGreaterThan(120)
    expect(saidOf(promtool!, { 'test.yaml': toYaml(all) }, (file) => ['test', 'rules', file('test.yaml')])).toBe('')
  },
)
