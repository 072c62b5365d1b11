import type { Layer } from './layer.ts'
import type { Placement, Plan } from './placement.ts'

/** Every layer of the plan, each once, however many clusters share it. */
export const layersOf = ({ clusters }: Plan): readonly Layer[] => {
  const layers = new Map<string, Layer>()
  for (const { placements } of clusters) {
    for (const placement of placements) {
      for (let layer: Layer | undefined = placement.layer; layer !== undefined; layer = layer.above) {
        layers.set(layer.folder, layer)
      }
    }
  }
  return [...layers.values()]
}

/** One placement for each layer that something is placed from: what holds for one holds for all that share it. */
export const distinctPlacements = ({ clusters }: Plan): readonly Placement[] => {
  const placements = new Map<string, Placement>()
  for (const cluster of clusters) {
    for (const one of cluster.placements) if (!placements.has(one.layer.folder)) placements.set(one.layer.folder, one)
  }
  return [...placements.values()]
}
