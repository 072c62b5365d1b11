import { layerFolder } from '../../plan/layer.ts'
import type { Placement } from '../../plan/placement.ts'

/** A folder that a layer of a placement has, had or could have, and what its file of values is called. */
export interface LayerFolder {
  readonly folder: string
  readonly values: string
}

/** The folders of a placement from the base to the cluster's own, whether there is a layer now or not. */
export const foldersOf = ({ definition, namespace, name, cluster }: Placement): readonly LayerFolder[] => {
  const environment = cluster.environment.name
  const own = environment === cluster.name ? `cluster-${cluster.name}` : cluster.name
  const at = (level: 'base' | 'cluster' | 'environment', owner: string) =>
    layerFolder(definition.tier, level, owner, namespace.name, name)
  return [
    { folder: at('base', 'base'), values: 'values.yaml' },
    { folder: at('environment', environment), values: `values-${environment}.yaml` },
    { folder: at('cluster', cluster.name), values: `values-${own}.yaml` },
  ]
}

/** The folder of the cluster's own layer. */
export const ownFolder = ({ definition, namespace, name, cluster }: Placement): string =>
  layerFolder(definition.tier, 'cluster', cluster.name, namespace.name, name)

/**
 * Whether a cluster had this component when its files read so. For one that ends in a layer of others it is theirs that
 * counts: what changes in it changes for all. Nothing of an environment was there when neither its layer nor this cluster was.
 */
export const stood = (read: (path: string) => string | undefined, placement: Placement): boolean => {
  const { layer, namespace, name, cluster } = placement
  if (layer.level === 'base') return true
  if (read(`clusters/${cluster.name}/${namespace.name}/${name}.yaml`) !== undefined) return true
  return layer.level === 'environment' && read(`${foldersOf(placement)[1]!.folder}/kustomization.yaml`) !== undefined
}
