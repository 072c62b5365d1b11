import { type Layer, ownerFolder } from '../../plan/layer.ts'
import type { ClusterPlan } from '../../plan/placement.ts'

/**
 * The folders that a cluster's Flux reads, as `spec.sparseCheckout` of its GitRepository takes them: so that in a
 * repository of many clusters each fetches its own part alone. Whole layers, so that a new component needs no new entry.
 */
export const sparseCheckout = ({ cluster, placements }: ClusterPlan): readonly string[] => {
  const folders = new Set([`clusters/${cluster.name}`])
  if (cluster.namespaces.some(({ settings }) => !settings.exists)) folders.add('infrastructure/components')
  for (const { layer } of placements) {
    for (let one: Layer | undefined = layer; one !== undefined; one = one.above) {
      folders.add(ownerFolder(one.definition.tier, one.level, one.owner))
    }
  }
  return [...folders].sort()
}
