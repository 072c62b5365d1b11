import type { CompleteCluster, CompleteNamespace, PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { type Attempt, attempt, kept } from './attempt.ts'
import { clusterWiring, type SharedChains } from './chain.ts'
import type { Draft } from './draft.ts'
import type { Chain } from './to-layer.ts'
import { optionPlace } from './written-at.ts'

/** A draft with the layers that it shares and the namespace that it stands in. */
export interface PlacedDraft extends Draft {
  readonly chain: Chain
  readonly in: CompleteNamespace
}

export interface Drafts {
  readonly drafts: readonly PlacedDraft[]
  readonly problems: readonly Problem[]
}

/** What the components of a cluster bring and need, before anything is wired. */
export const draftsOf = (cluster: CompleteCluster, chains: SharedChains): Drafts => {
  const problems: Problem[] = []
  const drafts = cluster.namespaces.flatMap((namespace) =>
    namespace.components.flatMap((component) => kept(draftOf(component, cluster, namespace, chains), problems)),
  )
  return { drafts, problems }
}

const draftOf = (
  component: PlacedComponent,
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  chains: SharedChains,
): Attempt<PlacedDraft> => {
  const chain = chains.environment(component, namespace.name, cluster.environment)
  if ('problem' in chain) return chain
  return attempt(component, () => {
    const { provides, requires } = clusterWiring(chain.value, cluster, component)
    // Each by its name: there are many drafts, and a spread makes an object that is slow to read.
    const { definition, options, name, place, isWhole } = component
    return {
      definition,
      options,
      name,
      place,
      isWhole,
      namespace: namespace.name,
      in: namespace,
      chain: chain.value,
      provides,
      requires,
      placeOf: requirementPlace(component, chain.value),
    }
  })
}

/** The cluster's own options come before those of the layers above. */
const requirementPlace =
  ({ options, place }: PlacedComponent, { definition, layer }: Chain): Draft['placeOf'] =>
  (isMeant) =>
    optionPlace(
      { options, origin: place, name: layer.name, namespace: layer.namespace, above: layer },
      (some, where) => (definition.requires?.(some, where) ?? []).some(isMeant),
      place,
    )
