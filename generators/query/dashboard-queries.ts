import type { Place } from '../problem.ts'
import { type DatasourceReference, datasourceVariables, referenceOf } from './datasource-reference.ts'
import { at, type Json, listOf, text } from './json.ts'

/** One query of a dashboard. */
export interface DashboardQuery {
  /** `variable` for the query of a template variable, which asks in words of its own. */
  readonly kind: 'expression' | 'variable'
  readonly expression: string
  /** Name of each series, with labels in double braces. */
  readonly legend?: string
  /** For people: `panel "CPU"`, `variable namespace`, `annotation "Deployments"`. */
  readonly where: string
  /** Where it stands in the model. */
  readonly path: Place
  readonly datasource: DatasourceReference
}

/** The queries of a dashboard, and the variables that they may name. */
export interface DashboardQueries {
  readonly title: string
  readonly queries: readonly DashboardQuery[]
  /** Datasources that panels, variables and annotations name, each where it stands. */
  readonly datasources: readonly {
    readonly reference: DatasourceReference
    readonly where: string
    readonly path: Place
  }[]
  readonly variables: ReadonlySet<string>
}

/** Collects every query of a dashboard's JSON model. What is not shaped like one is passed over: Grafana does so too. */
export const dashboardQueries = (model: Json): DashboardQueries => {
  const variables = listOf(at(model, 'templating').list)
  const found: Found = { queries: [], datasources: [], types: datasourceVariables(variables) }
  for (const [index, variable] of variables.entries()) addVariable(variable, ['templating', 'list', `${index}`], found)
  for (const [index, annotation] of listOf(at(model, 'annotations').list).entries()) {
    addAnnotation(annotation, ['annotations', 'list', `${index}`], found)
  }
  addPanels(model, [], found)
  // Before Grafana 5, rows held the panels.
  for (const [index, row] of listOf(model.rows).entries()) addPanels(row, ['rows', `${index}`], found)
  const names = variables.map(({ name }) => text(name) ?? '')
  return {
    title: text(model.title) ?? '',
    queries: found.queries,
    datasources: found.datasources,
    variables: new Set(names),
  }
}

interface Found {
  readonly queries: DashboardQuery[]
  readonly datasources: { reference: DatasourceReference; where: string; path: Place }[]
  /** Types of datasource that variables hold, by the variables' names. */
  readonly types: ReadonlyMap<string, string>
}

const addPanels = (owner: Json, path: Place, found: Found): void => {
  for (const [index, panel] of listOf(owner.panels).entries()) {
    const here = [...path, 'panels', `${index}`]
    const title = text(panel.title)
    const where = title === undefined || title === '' ? `panel ${panel.id ?? index + 1}` : `panel "${title}"`
    const targets = listOf(panel.targets)
    const datasource = addDatasource(panel.datasource, where, here, found)
    for (const [number, target] of targets.entries())
      addTarget(target, datasource, where, [...here, 'targets', `${number}`], found)
    addPanels(panel, here, found)
  }
}

const addTarget = (target: Json, above: DatasourceReference, where: string, path: Place, found: Found): void => {
  const own = target.datasource === undefined || target.datasource === null
  const datasource = own ? above : addDatasource(target.datasource, where, path, found)
  const expression = text(target.expr)
  if (expression === undefined || expression.trim() === '') return
  const legend = text(target.legendFormat)
  const query = { kind: 'expression', expression, where, path: [...path, 'expr'], datasource } as const
  found.queries.push(legend === undefined ? query : { ...query, legend })
}

const addVariable = (variable: Json, path: Place, found: Found): void => {
  if (variable.type !== 'query') return
  const where = `variable ${text(variable.name) ?? ''}`
  const datasource = addDatasource(variable.datasource, where, path, found)
  const { query } = variable
  if (typeof query === 'string') addVariableQuery(query, where, [...path, 'query'], datasource, found)
  else addVariableQuery(variableQuery(at(variable, 'query')), where, [...path, 'query', 'query'], datasource, found)
}

const addVariableQuery = (
  expression: string | undefined,
  where: string,
  path: Place,
  datasource: DatasourceReference,
  found: Found,
): void => {
  if (expression !== undefined && expression.trim() !== '') {
    found.queries.push({ kind: 'variable', expression, where, path, datasource })
  }
}

/** The editor for Loki keeps the parts of `label_values({…}, label)` apart. */
const variableQuery = ({ query, label, stream }: Json): string | undefined => {
  if (typeof label === 'string' && typeof stream === 'string' && stream !== '')
    return `label_values(${stream}, ${label})`
  return text(query)
}

const addAnnotation = (annotation: Json, path: Place, found: Found): void => {
  const where = `annotation "${text(annotation.name) ?? ''}"`
  const datasource = addDatasource(annotation.datasource, where, path, found)
  const nested = at(annotation, 'target')
  const [expression, key] =
    text(annotation.expr) === undefined ? [text(nested.expr), ['target', 'expr']] : [text(annotation.expr), ['expr']]
  if (expression !== undefined && expression.trim() !== '') {
    found.queries.push({ kind: 'expression', expression, where, path: [...path, ...key], datasource })
  }
}

const addDatasource = (given: unknown, where: string, path: Place, found: Found): DatasourceReference => {
  const reference = referenceOf(given, found.types)
  if (reference.uid !== undefined || reference.variable !== undefined) {
    found.datasources.push({ reference, where, path: [...path, 'datasource'] })
  }
  return reference
}
