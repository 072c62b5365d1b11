import { selector, sumBy } from '../../objects/grafana/expressions.ts'
import { labelValues, type Variable } from '../../objects/grafana/variables.ts'
import { clusterLabel } from '../../objects/opentelemetry/identity-attributes.ts'

/** Series of the chosen clusters, narrowed down by more matchers. */
export const of = (metric: string, ...matchers: readonly string[]): string =>
  selector(metric, `${clusterLabel}=~"$cluster"`, ...matchers)

export const byCluster = (what: string): string => sumBy(clusterLabel, what)

/**
 * The choice of clusters. All of them are those that say which they are: what the hub's Prometheus scrapes by itself, beside
 * its collectors, says nothing of the kind, and would be counted twice.
 */
export const clusterVariable = (uid: string): Variable =>
  labelValues('cluster', {
    datasource: { type: 'prometheus', uid },
    title: 'Cluster',
    metric: `up{${clusterLabel}!=""}`,
    label: clusterLabel,
    labelled: true,
  })
