import type { ChartLock } from '../charts/lock/chart-lock.ts'
import type { CompleteFleet } from '../fleet/complete/complete-fleet.ts'
import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import { argoClusterFolders } from './argo-cluster.ts'
import { fluxClusters } from './flux-cluster.ts'
import { fluxLayers } from './flux-layers.ts'
import type { Folder } from './folder.ts'
import { bringsValues, helmFolder, valuesFolder } from './helm-layer.ts'
import { manifestsFolder } from './manifests-layer.ts'
import { namespaceComponentFolder, namespaceComponentPath } from './namespace.ts'
import { clusterReadmes } from './readme/cluster-readme.ts'

/** Lays clusters out one after the other: the folders of each, without those that one before it had already. */
export const layouts = (fleet: CompleteFleet, lock?: ChartLock) => {
  const { repository } = fleet
  const readByFlux = fluxLayers(fleet)
  const seen = new Set<string>()
  const fluxFolders = fluxClusters()
  const readmeOf = clusterReadmes(repository)
  const folderOf = (layer: Layer): Folder | undefined => {
    if (layer.kind === 'manifests') return manifestsFolder(layer)
    if (readByFlux(layer)) return helmFolder(layer, lock)
    return bringsValues(layer) ? valuesFolder(layer) : undefined
  }
  const first = (path: string): boolean => !seen.has(path) && seen.add(path) !== undefined
  return function* layout(plan: ClusterPlan): Generator<Folder> {
    yield* namespaceComponents(plan, first)
    for (const { layer } of plan.placements) yield* layerFolders(layer, first, folderOf)
    const readme = { name: 'README.md', markdown: readmeOf(plan) }
    yield* plan.cluster.engine === 'flux' ? fluxFolders(plan, readme) : argoClusterFolders(plan, readme, repository)
  }
}

type First = (path: string) => boolean

function* namespaceComponents({ cluster }: ClusterPlan, first: First): Generator<Folder> {
  for (const { settings } of cluster.namespaces) {
    if (!settings.exists && first(namespaceComponentPath(settings.mesh))) yield namespaceComponentFolder(settings.mesh)
  }
}

/** A layer's folder and those of the layers above it, which clusters share. */
function* layerFolders(layer: Layer, first: First, folderOf: (layer: Layer) => Folder | undefined): Generator<Folder> {
  if (!first(layer.folder)) return
  if (layer.above !== undefined) yield* layerFolders(layer.above, first, folderOf)
  const folder = folderOf(layer)
  if (folder !== undefined) yield folder
}
