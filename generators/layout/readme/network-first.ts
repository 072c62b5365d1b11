import { isAt } from '../../plan/dependencies.ts'
import type { ClusterPlan, Placement } from '../../plan/placement.ts'
import { waves } from '../../plan/waves.ts'
import { valuesFiles } from '../helm-layer.ts'

/**
 * A cluster's network, which somebody installs by hand, after what it stands on. Flux needs a network to start, so it
 * cannot bring the first one; it takes over what it finds under the same name. None when the fleet has no network.
 */
export const networkFirst = ({ cluster, placements }: ClusterPlan): readonly Placement[] => {
  const network = placements.find(({ definition }) => definition.name === cluster.network)
  if (network === undefined) return []
  const wanted = withPrecedents(network, placements)
  return waves(placements)
    .flat()
    .filter((one) => wanted.has(one))
}

/** A component and everything that it waits for, directly or not. */
const withPrecedents = (placement: Placement, placements: readonly Placement[]): ReadonlySet<Placement> => {
  const wanted = new Set([placement])
  for (const { dependsOn } of wanted) {
    for (const one of placements) if (dependsOn.some((at) => isAt(one, at))) wanted.add(one)
  }
  return wanted
}

/** Installs a component by hand, as the engine would. */
export const installCommand = ({ name, namespace, layer, definition, effective }: Placement): string => {
  if (layer.kind !== 'helm' || definition.kind !== 'helm' || effective.kind !== 'helm') {
    return `kubectl apply -k ${layer.folder}`
  }
  const { name: chart, url } = definition.chart
  const source = url.startsWith('oci://') ? url : `${chart} --repo ${url}`
  const files = valuesFiles(layer).map((file) => ` \\\n  -f ${file}`)
  return `helm install ${name} ${source} --version ${effective.version} -n ${namespace.name}${files.join('')}`
}
