import type { Repository } from '../fleet/fleet.ts'
import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import { fluxClusterFolders } from './flux-cluster.ts'
import type { Folder } from './folder.ts'
import { helmFolder } from './helm-layer.ts'
import { manifestsFolder } from './manifests-layer.ts'
import { namespaceComponentFolder, namespaceComponentPath } from './namespace.ts'
import { sharing } from './sharing.ts'

/** Lays clusters out one after the other: the folders of each, without those that one before it had already. */
export const layouts = (repository: Repository) => {
  const seen = new Set<string>()
  const share = sharing()
  const first = (path: string): boolean => !seen.has(path) && seen.add(path) !== undefined
  return function* layout(plan: ClusterPlan): Generator<Folder> {
    yield* namespaceComponents(plan, first)
    for (const { layer } of plan.placements) yield* layerFolders(layer, first)
    yield* fluxClusterFolders(plan, repository, share)
  }
}

type First = (path: string) => boolean

function* namespaceComponents({ cluster }: ClusterPlan, first: First): Generator<Folder> {
  for (const { settings } of cluster.namespaces) {
    if (!settings.exists && first(namespaceComponentPath(settings.mesh))) yield namespaceComponentFolder(settings.mesh)
  }
}

/** A layer's folder and those of the layers above it, which clusters share. */
function* layerFolders(layer: Layer, first: First): Generator<Folder> {
  if (!first(layer.folder)) return
  if (layer.above !== undefined) yield* layerFolders(layer.above, first)
  yield layer.kind === 'helm' ? helmFolder(layer) : manifestsFolder(layer)
}
