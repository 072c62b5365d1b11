import type { PrometheusRule } from '../../objects/prometheus/config.ts'

/** Recorded at a hub: 1 for each edge that the fleet has, by `cluster_id` and `cluster_role`, whether it sends or not. */
export const edgeInfo = 'fleet:edge:info'

/** What tells a hub's Prometheus of its edges. A hub without any knows the series, and has none of it. */
export const edgeRules = (edges: readonly string[]): readonly PrometheusRule[] =>
  edges.length === 0 ? [{ ...edge(''), expr: 'vector(1) unless vector(1)' }] : edges.map(edge)

const edge = (id: string) => ({
  record: edgeInfo,
  expr: 'vector(1)',
  labels: { cluster_id: id, cluster_role: 'edge' },
})
