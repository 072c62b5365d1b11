import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan, Plan } from '../plan/placement.ts'
import { fluxClusterFolders } from './flux-cluster.ts'
import type { Folder } from './folder.ts'
import { helmFolder } from './helm-layer.ts'
import { manifestsFolder } from './manifests-layer.ts'
import { namespaceComponentFolder, namespaceComponentPath } from './namespace.ts'

/** Every folder of the tree, each once, cluster by cluster so that no more than one cluster is held at a time. */
export function* layout(plan: Plan): Generator<Folder> {
  const seen = new Set<string>()
  const first = (path: string): boolean => !seen.has(path) && seen.add(path) !== undefined
  for (const cluster of plan.clusters) {
    yield* namespaceComponents(cluster, first)
    for (const { layer } of cluster.placements) yield* layerFolders(layer, first)
    yield* fluxClusterFolders(cluster, plan.fleet.repository)
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
