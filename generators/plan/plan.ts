import type {
  CompleteCluster,
  CompleteFleet,
  CompleteNamespace,
  PlacedComponent,
} from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { type Attempt, attempt } from './attempt.ts'
import { clusterChain, clusterWiring, type SharedChains, sharedChains } from './chain.ts'
import { cycles } from './cycles.ts'
import { inOrder } from './dependencies.ts'
import { type Draft, provisionsOf } from './draft.ts'
import type { ClusterPlan, Dependency, Placement, PlannedSecret } from './placement.ts'
import { resolve } from './resolve.ts'
import { saidToPrecede } from './said-first.ts'
import { plannedSecrets, secretsComponent } from './secrets.ts'
import { secretsPlacement } from './secrets-placement.ts'
import type { Chain } from './to-layer.ts'
import { optionPlace } from './written-at.ts'

/**
 * Thinks a fleet through, cluster by cluster: what runs there, in which layers, wired to what, after what. A cluster is
 * planned when it is asked for, so that a fleet of thousands is never held in memory as a whole.
 */
export function* plan(fleet: CompleteFleet): Generator<ClusterPlan> {
  const chains = sharedChains(fleet)
  for (const cluster of fleet.clusters) yield planCluster(cluster, chains)
}

interface Shared extends Draft {
  readonly chain: Chain
  readonly in: CompleteNamespace
}

const planCluster = (cluster: CompleteCluster, chains: SharedChains): ClusterPlan => {
  const problems: Problem[] = []
  const drafts = cluster.namespaces.flatMap((namespace) =>
    namespace.components.flatMap((component) => kept(draftOf(component, cluster, namespace, chains), problems)),
  )
  const isWhole = problems.length === 0 && cluster.namespaces.every((namespace) => namespace.isWhole)
  const secrets = cluster.namespaces.flatMap((namespace) => {
    const planned = plannedSecrets(
      cluster,
      namespace,
      drafts.filter((draft) => draft.in === namespace),
    )
    problems.push(...planned.problems)
    return planned.secrets
  })
  const provisions = provisionsOf(drafts)
  const placed = drafts.flatMap((draft): readonly Placement[] => {
    const resolution = resolve(draft, provisions, cluster)
    const said = saidToPrecede(draft, drafts)
    // What was left out for another mistake is not missed as well.
    if (isWhole && draft.isWhole) problems.push(...resolution.problems, ...said.problems)
    const after = [...resolution.after, ...said.after].map(({ name, namespace }) => ({ name, namespace }))
    const dependsOn = inOrder([...after, ...secretsFirst(draft, secrets)])
    const { place, name, definition, provides, requires, in: namespace } = draft
    return kept(
      attempt(draft, () => {
        const { layer, effective, options } = clusterChain(draft.chain, cluster, draft, resolution.found)
        return { place, cluster, namespace, name, definition, options, provides, requires, layer, effective, dependsOn }
      }),
      problems,
    )
  })
  const placements = [
    ...placed,
    ...cluster.namespaces.flatMap((namespace) => {
      const theirs = secrets.filter((one) => one.namespace === namespace.name)
      const brought = secretsPlacement(cluster, namespace, theirs, provisions)
      if (isWhole) problems.push(...brought.problems)
      return brought.placements
    }),
  ]
  problems.push(...cycles(placements))
  return { cluster, placements, secrets, problems }
}

/** What came of it, or nothing and a problem more. */
const kept = <T>(attempted: Attempt<T>, problems: Problem[]): readonly T[] => {
  if ('value' in attempted) return [attempted.value]
  problems.push(attempted.problem)
  return []
}

const draftOf = (
  component: PlacedComponent,
  cluster: CompleteCluster,
  namespace: CompleteNamespace,
  chains: SharedChains,
): Attempt<Shared> => {
  const chain = chains.environment(component, namespace.name, cluster.environment)
  if ('problem' in chain) return chain
  return attempt(component, () => {
    const { provides, requires } = clusterWiring(chain.value, cluster, component)
    const placeOf = requirementPlace(component, chain.value)
    return { ...component, namespace: namespace.name, in: namespace, chain: chain.value, provides, requires, placeOf }
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

/** A component waits for its namespace's Secrets when one that it reads comes out of the tree. */
const secretsFirst = (draft: Draft, secrets: readonly PlannedSecret[]): readonly Dependency[] =>
  draft.requires.some(
    (one) =>
      one.kind === 'secret' &&
      secrets.some(
        ({ namespace, name, source }) =>
          namespace === draft.namespace && name === one.name && source.from !== 'existing',
      ),
  )
    ? [{ name: secretsComponent, namespace: draft.namespace }]
    : []
