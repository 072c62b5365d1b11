import { parse } from 'yaml'
import { isRecord } from '../../fleet/checks/check.ts'
import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import { type DashboardQuery, dashboardQueries } from '../../query/dashboard-queries.ts'
import { dataOf } from '../../verify/config-map.ts'
import type { Federation } from '../federation.ts'
import type { Stores } from '../stores.ts'
import type { Scene } from './scene.ts'

/** Every query of every dashboard at the hub has an answer. */
export const dashboards = async ({ federation, stores, prove, say }: Scene): Promise<void> => {
  const every = rateIntervalOf(federation)
  const found = dashboardsIn(federation)
  if (found.length === 0) say(`${federation.hub.cluster}: no dashboard stands in this tree, so none is asked`)
  for (const { title, queries } of found) {
    const variables = await filled(queries, stores)
    const asked = queries.filter(({ kind }) => kind === 'expression')
    const open = new Set(asked)
    await prove({
      says: `${title}: each of ${asked.length} queries has an answer`,
      // A rate needs two scrapes.
      within: 100,
      find: async () => {
        for (const query of open) {
          if (await isAnswered(query, written(query.expression, { ...variables, ...timesOf(every) }), stores)) {
            open.delete(query)
          }
        }
        return [...open].map(({ where, expression }) => `${where}: ${expression}`)
      },
      expected: [],
    })
  }
}

/** The dashboards that Grafana finds. */
const dashboardsIn = ({ hub }: Federation) =>
  hub.objects
    .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.labels?.[dashboardLabel.label] !== undefined)
    .flatMap((object) => Object.values(dataOf(object)))
    .map((text) => dashboardQueries(JSON.parse(text)))

/** What Grafana would write for `$__rate_interval`: four times the interval of its datasource, 15 s where it says none. */
const rateIntervalOf = ({ hub }: Federation): number => {
  const files = hub.objects.flatMap((object) =>
    object.kind === 'ConfigMap' ? (dataOf(object)['datasources.yaml'] ?? []) : [],
  )
  const sources = files.flatMap((text) => (parse(text) as { readonly datasources: readonly unknown[] }).datasources)
  const prometheus = sources.filter(isRecord).find(({ type }) => type === 'prometheus')
  const data = prometheus?.jsonData
  return 4 * Number.parseInt(String((isRecord(data) && data.timeInterval) || '15s'), 10)
}

const timesOf = (rateInterval: number) => ({
  __rate_interval: `${rateInterval}s`,
  __interval: `${rateInterval}s`,
  __range: '1h',
})

type Variables = Readonly<Record<string, string>>

/** Every variable with all its values, as Grafana writes them when all are chosen, one after the other. */
const filled = async (queries: readonly DashboardQuery[], stores: Stores): Promise<Variables> => {
  const variables: Record<string, string> = {}
  for (const { kind, where, expression } of queries) {
    if (kind !== 'variable') continue
    const [, selector, label] = /^label_values\((.*), *(\w+)\)$/s.exec(expression) ?? []
    if (selector === undefined || label === undefined)
      throw new Error(`${where} asks what is not known here: ${expression}`)
    const values = await stores.labelValues(label, written(selector, variables))
    variables[where.replace(/^variable /, '')] = `(${values.join('|')})`
  }
  return variables
}

const written = (expression: string, variables: Variables): string =>
  expression.replaceAll(
    /\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g,
    (whole, braced, plain) => variables[braced ?? plain] ?? whole,
  )

const isAnswered = async ({ datasource }: DashboardQuery, expression: string, stores: Stores): Promise<boolean> =>
  datasource.type === 'loki'
    ? (await stores.lines(expression)).length > 0
    : (await stores.series(expression)).length > 0
