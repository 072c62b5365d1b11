import { fieldsOf, type Json, text } from './json.ts'

/** A datasource as a dashboard names it. */
export interface DatasourceReference {
  /** Undefined: the default one, or whichever a variable of the dashboard holds. */
  readonly uid?: string
  readonly type?: string
  /** The variable that it was written as: `datasource` for `${datasource}`. */
  readonly variable?: string
}

/** Types of datasource that variables of a dashboard hold, by the variables' names. */
export const datasourceVariables = (variables: readonly Json[]): ReadonlyMap<string, string> =>
  new Map(
    variables.flatMap(({ name, type, query }) =>
      type === 'datasource' && typeof name === 'string' && typeof query === 'string' ? [[name, query] as const] : [],
    ),
  )

/** Datasources that are part of Grafana. */
const builtIn = /^(?:-- .* --|grafana|__expr__)$/i

/** The datasource that is meant where a panel, a query, a variable or an annotation names one. */
export const referenceOf = (given: unknown, types: ReadonlyMap<string, string>): DatasourceReference => {
  if (typeof given === 'string') return namedReference(given, undefined, types)
  const { uid, type } = fieldsOf(given)
  return namedReference(text(uid), text(type), types)
}

const namedReference = (
  uid: string | undefined,
  type: string | undefined,
  types: ReadonlyMap<string, string>,
): DatasourceReference => {
  const typed = type === undefined ? {} : { type }
  if (uid === undefined || uid === '' || uid === 'default') return typed
  // What is built in answers no query that could be read.
  if (builtIn.test(uid)) return { type: 'grafana' }
  const [, plain, braced] = /^(?:\$(\w+)|\$\{(\w+)(?::\w+)?\})$/.exec(uid) ?? []
  const variable = plain ?? braced
  if (variable === undefined) return { ...typed, uid }
  const held = types.get(variable) ?? type
  return { variable, ...(held === undefined ? {} : { type: held }) }
}
