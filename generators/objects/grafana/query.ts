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

/** Queries to a Prometheus: `const metrics = prometheus('prometheus')`, then `metrics('up', '{{pod}}')`. */
export const prometheus =
  (uid: string) =>
  (expr: string, legend?: string): Query => ({
    datasource: { type: 'prometheus', uid },
    expr,
    ...(legend === undefined ? {} : { legend }),
  })
