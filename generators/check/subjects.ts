import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import type { Subject } from './rule.ts'

/** Makes subjects of clusters, one after the other, and remembers which layers were looked at already. */
export const subjects = ({ inputs, schemas }: Pick<Subject, 'inputs' | 'schemas'>) => {
  const seen = new Set<Layer>()
  return (cluster: ClusterPlan): Subject => {
    const placements = cluster.placements.filter(({ layer }) => !seen.has(layer))
    const layers: Layer[] = []
    for (const placement of placements) {
      for (
        let layer: Layer | undefined = placement.layer;
        layer !== undefined && !seen.has(layer);
        layer = layer.above
      ) {
        seen.add(layer)
        layers.push(layer)
      }
    }
    return { cluster, layers, placements, inputs, schemas }
  }
}
