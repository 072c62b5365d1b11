import type { CompleteCluster, CompleteFleet, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { type Across, across } from './across.ts'
import { attempt, kept } from './attempt.ts'
import { clusterChain, type SharedChains, sharedChains } from './chain.ts'
import { cycles } from './cycles.ts'
import { inOrder } from './dependencies.ts'
import { type Draft, provisionsOf } from './draft.ts'
import { draftsOf, type PlacedDraft } from './drafts.ts'
import { connectionsIn } from './flows/connection.ts'
import { isClosed, networkPoliciesComponent } from './network-policies/closed.ts'
import { policiesPlacement } from './network-policies/placement.ts'
import type { Brought, ClusterPlan, Dependency, Placement, PlannedSecret } from './placement.ts'
import { resolve, type Surroundings } from './resolve.ts'
import { saidToPrecede } from './said-first.ts'
import { plannedSecrets, secretsComponent } from './secrets.ts'
import { secretsPlacement } from './secrets-placement.ts'
import { merge } from './values.ts'

/**
 * Thinks a fleet through, cluster by cluster: what runs there, in which layers, wired to what, after what. A cluster is
 * planned when it is asked for, so that a fleet of thousands is never held in memory as a whole.
 */
export function* plan(fleet: CompleteFleet, only?: ReadonlySet<string>): Generator<ClusterPlan> {
  const chains = sharedChains(fleet)
  const others = across(fleet, chains)
  for (const cluster of fleet.clusters) {
    if (only === undefined || only.has(cluster.name)) yield planCluster(cluster, chains, others)
  }
}

const planCluster = (cluster: CompleteCluster, chains: SharedChains, others: Across): ClusterPlan => {
  const drafted = draftsOf(cluster, chains)
  const { drafts } = drafted
  const problems: Problem[] = [...drafted.problems]
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
  const runningIn = (namespace: CompleteNamespace) => drafts.filter((one) => one.in === namespace).map(withAllOptions)
  const closed = cluster.namespaces.filter((namespace) => isClosed(cluster, namespace, runningIn))
  const provisions = provisionsOf(drafts)
  const around: Surroundings = { cluster, provisions, others }
  const placed = drafts.flatMap((draft): readonly Placement[] => {
    const resolution = resolve(draft, around)
    const said = saidToPrecede(draft, drafts)
    // What was left out for another mistake is not missed as well.
    if (isWhole && draft.isWhole) problems.push(...resolution.problems, ...said.problems)
    const after = [...resolution.after, ...said.after].map(({ name, namespace }) => ({ name, namespace }))
    const dependsOn = inOrder([...after, ...secretsFirst(draft, secrets), ...policiesFirst(draft, closed)])
    const { place, name, definition, provides, requires, in: namespace } = draft
    return kept(
      attempt(draft, () => {
        const { layer, effective, options } = clusterChain(draft.chain, cluster, draft, resolution.found)
        // Each by its name, as in a draft.
        return {
          place,
          cluster,
          namespace,
          name,
          definition,
          options,
          provides,
          requires,
          uses: resolution.uses,
          layer,
          effective,
          dependsOn,
        }
      }),
      problems,
    )
  })
  const placements = [
    ...placed,
    ...cluster.namespaces.flatMap((namespace) => {
      const theirs = secrets.filter((one) => one.namespace === namespace.name)
      const added = secretsPlacement(namespace, theirs, around)
      if (isWhole) problems.push(...added.problems)
      return added.placements
    }),
    ...policiesOver(cluster, closed, placed),
  ]
  problems.push(...cycles(placements))
  return { cluster, placements, secrets, brought: broughtTo(around), problems }
}

/** Everything that holds in a cluster, and what others send there. */
const broughtTo = ({ cluster, provisions, others }: Surroundings): readonly Brought[] => [
  ...provisions.map(({ by, capability }) => ({ capability, by: { name: by.name, namespace: by.namespace } })),
  ...others.arriving(cluster.name),
]

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

const withAllOptions = ({ definition, name, options, chain }: PlacedDraft) => ({
  definition,
  name,
  options: merge(chain.options, options),
})

/** No Pod of a closed namespace runs before it is closed. */
const policiesFirst = (draft: PlacedDraft, closed: readonly CompleteNamespace[]): readonly Dependency[] =>
  closed.includes(draft.in) ? [{ name: networkPoliciesComponent, namespace: draft.namespace }] : []

/** What closes namespaces: it follows from all that the cluster runs. */
const policiesOver = (
  cluster: CompleteCluster,
  closed: readonly CompleteNamespace[],
  placed: readonly Placement[],
): readonly Placement[] => {
  if (closed.length === 0) return []
  const connections = connectionsIn(placed)
  return closed.map((namespace) => policiesPlacement(cluster, namespace, placed, connections))
}
