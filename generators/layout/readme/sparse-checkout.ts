import { type Layer, ownerFolder } from '../../plan/layer.ts'
import type { ClusterPlan } from '../../plan/placement.ts'
import { onceAShape } from '../../plan/shape.ts'

/**
 * The folders that a cluster's Flux reads, as `spec.sparseCheckout` of its GitRepository takes them: so that in a
 * repository of many clusters each fetches its own part alone. Whole layers, so that a new component needs no new entry.
 */
export const sparseCheckouts = (): ((plan: ClusterPlan) => readonly string[]) => {
  const sharedBy = onceAShape(sharedFolders)
  return (plan) => {
    const own = new Set([`clusters/${plan.cluster.name}`])
    for (const { layer } of plan.placements) if (layer.level === 'cluster') own.add(folderOf(layer))
    return [...sharedBy(plan), ...own].sort()
  }
}

/** Those that it shares with others. */
const sharedFolders = ({ cluster, placements }: ClusterPlan): readonly string[] => {
  const folders = new Set<string>()
  if (cluster.namespaces.some(({ settings }) => !settings.exists)) folders.add('infrastructure/components')
  for (const { layer } of placements) {
    for (let one: Layer | undefined = layer; one !== undefined; one = one.above) {
      if (one.level !== 'cluster') folders.add(folderOf(one))
    }
  }
  return [...folders]
}

const folderOf = ({ definition, level, owner }: Layer): string => ownerFolder(definition.tier, level, owner)
