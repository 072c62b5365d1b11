import type { ClusterPlan } from '../../plan/placement.ts'
import { placeName } from '../../problem.ts'
import { foundNodes } from '../found-nodes.ts'
import type { Rule } from '../rule.ts'

export const measuredGpus: Rule = {
  name: 'measured-gpus',
  because: 'an edge had no GPU metrics, for the exporter ran on the hub alone, and nobody misses what was never shown',
  check: ({ cluster: plan }) => {
    const { cluster } = plan
    const { identity, name, place } = cluster
    if (identity.role === undefined || !hasGpus(plan) || plan.brought.some(measures)) return []
    return [
      {
        rule: measuredGpus.name,
        place: cluster.nodePools === undefined ? place : [...place, 'nodePools'],
        reason: `${name} has nodes with a GPU, and nothing in it measures them: its GPUs are on no dashboard of the federation`,
        fix: `add dcgmExporter() to a namespace of ${placeName(place)}`,
      },
    ]
  },
}

const hasGpus = ({ cluster: { nodePools, environment }, brought }: ClusterPlan): boolean =>
  Object.values(nodePools ?? environment.settings.nodePools ?? {}).some(({ gpu }) => gpu === true) ||
  foundNodes(brought).length > 0

/** Whether these are the metrics of GPUs of this very cluster, as dashboards ask for them. */
const measures = ({ capability, from }: ClusterPlan['brought'][number]): boolean =>
  from === undefined &&
  capability.kind === 'metrics' &&
  (capability.exporter === 'dcgm-exporter' ||
    Object.keys(capability.families ?? {}).some((series) => series.startsWith('DCGM_')))
