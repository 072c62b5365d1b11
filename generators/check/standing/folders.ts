import { layerFolder } from '../../plan/layer.ts'
import type { Placement } from '../../plan/placement.ts'
import type { Subject } from '../rule.ts'

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

/** The placements that may have stood otherwise: one a layer, and those whose own layer is about to vanish. */
export const changing = ({ cluster, placements, standing }: Subject): readonly Placement[] => {
  const losing = cluster.placements.filter(
    (one) => one.layer.level !== 'cluster' && !placements.includes(one) && standing.isFolder(ownFolder(one)),
  )
  return [...placements, ...losing]
}

const ownFolder = ({ definition, namespace, name, cluster }: Placement): string =>
  layerFolder(definition.tier, 'cluster', cluster.name, namespace.name, name)
