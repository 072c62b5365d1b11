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
  /** A layer's folder after those of the layers above it, which clusters share. */
  const layerFolders = (layer: Layer): readonly Folder[] => {
    if (!first(layer.folder)) return []
    const above = layer.above === undefined ? [] : layerFolders(layer.above)
    const folder = folderOf(layer)
    return folder === undefined ? above : [...above, folder]
  }
  return (plan: ClusterPlan): readonly Folder[] => {
    const readme = { name: 'README.md', markdown: readmeOf(plan) }
    return [
      ...namespaceComponents(plan, first),
      ...plan.placements.flatMap(({ layer }) => layerFolders(layer)),
      ...(plan.cluster.engine === 'flux' ? fluxFolders(plan, readme) : argoClusterFolders(plan, readme, repository)),
    ]
  }
}

const namespaceComponents = ({ cluster }: ClusterPlan, first: (path: string) => boolean): readonly Folder[] =>
  cluster.namespaces.flatMap(({ settings: { exists, mesh } }) =>
    !exists && first(namespaceComponentPath(mesh)) ? [namespaceComponentFolder(mesh)] : [],
  )
