import type { CompleteFleet } from '../fleet/complete/complete-fleet.ts'
import type { Layer } from '../plan/layer.ts'

/** Whether a cluster of Flux reads a layer, so that what only Flux reads must stand in it. */
export type ReadByFlux = (layer: Layer) => boolean

/** Looks at the whole fleet, so that a layer is the same whichever clusters are rendered. */
export const fluxLayers = ({ clusters }: CompleteFleet): ReadByFlux => {
  if (clusters.every(({ engine }) => engine === 'flux')) return () => true
  const read = new Set<string>()
  for (const { name: cluster, engine, environment, namespaces } of clusters) {
    if (engine !== 'flux') continue
    const owners = ['base base', `environment ${environment.name}`, `cluster ${cluster}`]
    for (const { name: namespace, components } of namespaces) {
      for (const { name } of components) for (const owner of owners) read.add(`${owner} ${namespace}/${name}`)
    }
  }
  return ({ level, owner, namespace, name }) => read.has(`${level} ${owner} ${namespace}/${name}`)
}
