import type { CompleteCluster, CompleteFleet, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import { across } from './across.ts'
import { attempt, kept } from './attempt.ts'
import { clusterChain, type SharedChains, sharedChains } from './chain.ts'
import { cycles } from './cycles.ts'
import { provisionsOf } from './draft.ts'
import { draftsOf, type PlacedDraft } from './drafts.ts'
import { connectionsIn } from './flows/connection.ts'
import { isClosed } from './network-policies/closed.ts'
import { policiesPlacement } from './network-policies/placement.ts'
import type { Brought, ClusterPlan, Placement, PlannedSecret } from './placement.ts'
import type { Surroundings } from './resolve.ts'
import { plannedSecrets } from './secrets.ts'
import { secretsPlacement } from './secrets-placement.ts'
import { shapes, untilSound } from './shape.ts'
import { merge } from './values.ts'
import { type Wiring, wirings } from './wiring.ts'

/**
 * Thinks a fleet through, cluster by cluster: what runs there, in which layers, wired to what, after what. A cluster is
 * planned when it is asked for, so that a fleet of thousands is never held in memory as a whole.
 */
export function* plan(fleet: CompleteFleet, only?: ReadonlySet<string>): Generator<ClusterPlan> {
  const chains = sharedChains(fleet)
  const shared: Shared = {
    chains,
    others: across(fleet, chains),
    shapeOf: shapes(),
    wiringsOf: wirings(),
    cyclesIn: untilSound(({ placements }) => cycles(placements)),
  }
  for (const cluster of fleet.clusters) {
    if (only === undefined || only.has(cluster.name)) yield planCluster(cluster, shared)
  }
}

/** What the clusters of a fleet have in common, and know of each other. */
interface Shared extends Pick<Surroundings, 'others'> {
  readonly chains: SharedChains
  readonly shapeOf: ReturnType<typeof shapes>
  readonly wiringsOf: ReturnType<typeof wirings>
  readonly cyclesIn: (some: Pick<ClusterPlan, 'placements' | 'shape'>) => readonly Problem[]
}

const planCluster = (
  cluster: CompleteCluster,
  { chains, others, shapeOf, wiringsOf, cyclesIn }: Shared,
): ClusterPlan => {
  const { drafts, problems: left } = draftsOf(cluster, chains)
  const { secrets, problems: unread } = secretsOf(cluster, drafts)
  const runningIn = (namespace: CompleteNamespace) => drafts.filter((one) => one.in === namespace).map(withAllOptions)
  const closed = cluster.namespaces.filter((namespace) => isClosed(cluster, namespace, runningIn))
  const isWhole = left.length === 0 && cluster.namespaces.every((namespace) => namespace.isWhole)
  const arriving = others.arriving(cluster.name)
  const shape = shapeOf({
    cluster,
    drafts,
    closed,
    isWhole: isWhole && drafts.every((draft) => draft.isWhole),
    isReached: arriving.length > 0,
  })
  const around: Surroundings = { cluster, provisions: provisionsOf(drafts), others }
  const wired = wiringsOf({ shape, drafts, secrets, closed, around })
  const problems: Problem[] = [...left, ...unread, ...(isWhole ? wired.problems : [])]
  const placed = drafts.flatMap((draft, index) =>
    kept(
      attempt(draft, () => placementOf(draft, cluster, wired.wirings[index]!)),
      problems,
    ),
  )
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
  problems.push(...cyclesIn({ shape, placements }))
  const brought: readonly Brought[] = arriving.length === 0 ? wired.brought : [...wired.brought, ...arriving]
  return { cluster, shape, placements, secrets, brought, problems }
}

const secretsOf = (cluster: CompleteCluster, drafts: readonly PlacedDraft[]) => {
  const planned = cluster.namespaces.map((namespace) =>
    plannedSecrets(
      cluster,
      namespace,
      drafts.filter((draft) => draft.in === namespace),
    ),
  )
  return {
    secrets: planned.flatMap(({ secrets }): readonly PlannedSecret[] => secrets),
    problems: planned.flatMap(({ problems }): readonly Problem[] => problems),
  }
}

const placementOf = (draft: PlacedDraft, cluster: CompleteCluster, { uses, found, dependsOn }: Wiring): Placement => {
  const { place, name, definition, provides, requires, in: namespace } = draft
  const { layer, effective, options } = clusterChain(draft.chain, cluster, draft, found)
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
    uses,
    layer,
    effective,
    dependsOn,
  }
}

const withAllOptions = ({ definition, name, options, chain }: PlacedDraft) => ({
  definition,
  name,
  options: merge(chain.options, options),
})

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
