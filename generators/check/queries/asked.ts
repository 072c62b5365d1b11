import { isRecord } from '../../fleet/checks/check.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import { dashboardPlace, valuePlace } from '../../plan/written-at.ts'
import type { Place } from '../../problem.ts'
import { type DashboardQuery, dashboardQueries } from '../../query/dashboard-queries.ts'
import type { DatasourceReference } from '../../query/datasource-reference.ts'
import { type RuleQuery, ruleQueries } from '../../query/rule-queries.ts'
import { mapIn } from '../map-in.ts'
import { chartOf, objectsOf, type PlacedObject } from '../objects.ts'
import type { Shared } from '../rule.ts'

/** A query of a dashboard, or an expression of a rule, and where in the fleet it stands. */
export type Asked = AskedOfDashboard | AskedOfRule

interface AskedOfDashboard extends DashboardQuery, Whereabouts {
  readonly by: 'dashboard'
  /** What the dashboard calls its variables. */
  readonly variables: ReadonlySet<string>
}

interface AskedOfRule extends RuleQuery, Whereabouts {
  readonly by: 'rule'
}

export interface Whereabouts {
  /** What it is a part of, for people: `the dashboard Web`, `PrometheusRule web`. */
  readonly document: string
  readonly place: Place
}

/** A datasource that a dashboard names. */
export interface NamedDatasource extends Whereabouts {
  readonly reference: DatasourceReference
  readonly where: string
  readonly variables: ReadonlySet<string>
}

/** Everything that a component asks of Prometheus and Loki. */
export interface AskedBy {
  readonly queries: readonly Asked[]
  readonly datasources: readonly NamedDatasource[]
}

/** What a component asks, in its dashboards and rules, whichever way they are brought. */
export const askedBy = (shared: Shared): AskedBy => {
  const documents = [...dashboards(shared), ...objectsOf(shared).flatMap(inObject), ...inStackValues(shared)]
  if (documents.length === 0) return nothing
  return {
    queries: documents.flatMap(({ queries }) => queries),
    datasources: documents.flatMap(({ datasources }) => datasources),
  }
}

const nothing: AskedBy = { queries: [], datasources: [] }

const dashboards = ({ layer }: Shared): readonly AskedBy[] =>
  layer.kind === 'helm'
    ? []
    : layer.dashboards.map(({ name, model }, index) =>
        inDashboard(model, name, (path) => dashboardPlace(layer, index, ['model', ...path])),
      )

const inDashboard = (
  model: Readonly<Record<string, unknown>>,
  name: string,
  placeOf: (path: Place) => Place,
): AskedBy => {
  const { title, queries, datasources, variables } = dashboardQueries(model)
  const document = `the dashboard ${title === '' ? name : title}`
  return {
    queries: queries.map((query) => ({ ...query, by: 'dashboard', document, place: placeOf(query.path), variables })),
    datasources: datasources.map((one) => ({ ...one, document, place: placeOf(one.path), variables })),
  }
}

/** A PrometheusRule, or a ConfigMap: its dashboards, which Grafana's sidecar finds, or its rule files. */
const inObject = ({ object, place }: PlacedObject): readonly AskedBy[] => {
  if (object.kind === 'PrometheusRule') {
    return [inRules(object.spec, `PrometheusRule ${object.metadata.name}`, (path) => place(['spec', ...path]))]
  }
  if (object.kind !== 'ConfigMap' || !isRecord(object.data)) return []
  const inFile = isDashboardMap(object) ? inDashboardFile : inRuleFile
  return Object.entries(object.data).flatMap(([file, text]) => inFile(file, text, place(['data', file]), object))
}

type InFile = (file: string, text: unknown, place: Place, configMap: KubernetesObject) => readonly AskedBy[]

const inDashboardFile: InFile = (file, text, place) => {
  const model = file.endsWith('.json') ? mapIn(text, JSON.parse) : undefined
  return model === undefined ? [] : [inDashboard(model, file, () => place)]
}

/** A rule file, as Prometheus reads it, is told by what it begins with: to read every text would take too long. */
const inRuleFile: InFile = (file, text, place, { metadata }) => {
  if (typeof text !== 'string' || !/\.ya?ml$/.test(file) || !/^groups:/m.test(text)) return []
  return [inRules(mapIn(text), `${file} of ConfigMap ${metadata.name}`, () => place)]
}

const isDashboardMap = ({ metadata }: KubernetesObject): boolean =>
  metadata.labels?.[dashboardLabel.label] !== undefined

const inRules = (spec: unknown, document: string, placeOf: (path: Place) => Place): AskedBy => ({
  queries: ruleQueries(spec).map((query) => ({ ...query, by: 'rule', document, place: placeOf(query.path) })),
  datasources: [],
})

/** Rules that are handed to the chart of the stack, which makes PrometheusRules of them. */
const inStackValues = (shared: Shared): readonly AskedBy[] => {
  const { effective, layer } = shared
  if (effective.kind !== 'helm' || layer.kind !== 'helm' || chartOf(shared) !== 'kube-prometheus-stack') return []
  const key = 'additionalPrometheusRulesMap'
  const rules = effective.values[key]
  return Object.entries(isRecord(rules) ? rules : {}).map(([name, spec]) =>
    inRules(spec, `PrometheusRule ${name}`, (path) => valuePlace(layer, [key, name, ...path])),
  )
}
