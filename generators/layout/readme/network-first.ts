import { isAt } from '../../plan/dependencies.ts'
import type { ClusterPlan, Placement } from '../../plan/placement.ts'
import { waves } from '../../plan/waves.ts'
import { valuesFiles } from '../helm-layer.ts'

/**
 * The commands that install a cluster's network by hand, and before it what it stands on. Flux needs a network to start,
 * so it cannot bring the first one; it takes over what it finds under the same name. None when the fleet has no network.
 */
export const networkFirst = ({ cluster, placements }: ClusterPlan): readonly string[] => {
  const network = placements.find(({ definition }) => definition.name === cluster.network)
  if (network === undefined) return []
  const wanted = withPrecedents(network, placements)
  return waves(placements)
    .flat()
    .filter((one) => wanted.has(one))
    .map(command)
}

/** A component and everything that it waits for, directly or not. */
const withPrecedents = (placement: Placement, placements: readonly Placement[]): ReadonlySet<Placement> => {
  const wanted = new Set([placement])
  for (const { dependsOn } of wanted) {
    for (const one of placements) if (dependsOn.some((at) => isAt(one, at))) wanted.add(one)
  }
  return wanted
}

const command = ({ name, namespace, layer, definition, effective }: Placement): string => {
  if (layer.kind !== 'helm' || definition.kind !== 'helm' || effective.kind !== 'helm') {
    return `kubectl apply -k ${layer.folder}`
  }
  const { name: chart, url } = definition.chart
  const source = url.startsWith('oci://') ? url : `${chart} --repo ${url}`
  const files = valuesFiles(layer).map((file) => ` \\\n  -f ${file}`)
  return `helm install ${name} ${source} --version ${effective.version} -n ${namespace.name}${files.join('')}`
}
