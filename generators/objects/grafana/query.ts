/** The datasource that answers a query, by the UID it has in Grafana. */
export interface DatasourceReference {
  readonly type: 'loki' | 'prometheus'
  readonly uid: string
}

/** A question to a datasource. How it is asked, over a range or for an instant, is the panel's choice. */
export interface Query {
  readonly datasource: DatasourceReference
  readonly expr: string
  /** Name of each series, with labels in double braces: `{{kind}}`. Default: all its labels. */
  readonly legend?: string
}

/** Makes queries to one Prometheus: `metrics('up', '{{pod}}')`. */
export type Prometheus = (expr: string, legend?: string) => Query

/** Makes queries to one Loki: `lines('{container="web"}')`. */
export type Loki = (expr: string, legend?: string) => Query

const asking =
  (datasource: DatasourceReference) =>
  (expr: string, legend?: string): Query => ({ datasource, expr, ...(legend === undefined ? {} : { legend }) })

export const prometheus = (uid: string): Prometheus => asking({ type: 'prometheus', uid })

export const loki = (uid: string): Loki => asking({ type: 'loki', uid })
