import type { CompleteCluster, CompleteNamespace } from '../../fleet/complete/complete-fleet.ts'
import { type ChartMaker, isOpaque } from '../flows/workload.ts'
import type { ClusterPlan, Placement } from '../placement.ts'

/** The component that closes a namespace to everything that the fleet does not say. */
export const networkPoliciesComponent = 'network-policies'

/**
 * Whether a namespace is closed. Where the fleet does not say it of the namespace itself, its environment decides, and
 * closes only what it can know: never a namespace in which anything could talk to somebody without saying so.
 */
export const isClosed = (
  { environment }: CompleteCluster,
  namespace: CompleteNamespace,
  // Asked only where it matters: most fleets close nothing.
  componentsOf: (namespace: CompleteNamespace) => readonly ChartMaker[],
): boolean => {
  const { networkPolicies } = namespace.settings
  if (networkPolicies !== undefined) return networkPolicies
  if (environment.settings.networkPolicies !== true || unknownIn(namespace) !== undefined) return false
  const components = componentsOf(namespace)
  const isKnown = (one: ChartMaker): boolean => unknownOf(one) === undefined && one.definition.written === undefined
  return components.length > 0 && components.every(isKnown)
}

/** Why nobody can know what is said in a namespace, whatever runs there. Continues "in NAMESPACE …". */
export const unknownIn = ({ settings }: CompleteNamespace): string | undefined => {
  if (settings.exists) return 'Pods run that are not of this fleet'
  return settings.mesh === 'istio' ? 'every Pod has a sidecar, which talks to its mesh' : undefined
}

/**
 * Why nobody can know whom a component talks to. What the fleet itself writes as plain objects is believed where the fleet
 * closes its namespace, and not otherwise: whoever wrote it may not have had a reason to say everything.
 */
export const unknownOf = (component: ChartMaker): string | undefined =>
  isOpaque(component) ? 'its chart makes its Pods, and alone knows whom they talk to' : undefined

/** The namespaces of a cluster that are closed, each with what the fleet runs there. */
export const closedNamespaces = ({ placements }: Pick<ClusterPlan, 'placements'>) => {
  const closing = placements.filter(({ name }) => name === networkPoliciesComponent)
  return closing.map(({ namespace }) => ({
    namespace,
    placements: placements.filter((one): one is Placement => one.namespace === namespace && !closing.includes(one)),
  }))
}
