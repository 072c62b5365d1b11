import type { CompleteCluster, CompleteFleet } from '../fleet/complete/complete-fleet.ts'
import type { Options } from '../fleet/component.ts'
import type { ClusterRole } from '../fleet/traits.ts'
import type { SharedChains } from './chain.ts'
import { type Provision, provisionsOf } from './draft.ts'
import { draftsOf } from './drafts.ts'
import type { Brought } from './placement.ts'
import { merge } from './values.ts'

/** What a cluster can know of the others. */
export interface Across {
  /** Names of all clusters. */
  readonly names: readonly string[]
  /** What a cluster is to the federation; undefined for one that is no part of it, or not there. */
  readonly roleOf: (cluster: string) => ClusterRole | undefined
  /** What the components of a cluster bring; undefined for a cluster that is not there. */
  readonly in: (cluster: string) => readonly Provision[] | undefined
  /** The series and lines of the clusters that send to this one. */
  readonly arriving: (cluster: string) => readonly Brought[]
}

/** Other clusters are looked at only when one asks for them, so that each costs its own part alone. */
export const across = (fleet: CompleteFleet, chains: SharedChains): Across => {
  const byName = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]))
  const known = new Map<string, readonly Provision[]>()
  const provisionsIn = (name: string): readonly Provision[] | undefined => {
    const cluster = byName.get(name)
    if (cluster === undefined) return undefined
    const provisions = known.get(name) ?? provisionsOf(draftsOf(cluster, chains).drafts)
    known.set(name, provisions)
    return provisions
  }
  const senders = sendersByTarget(fleet, chains)
  return {
    names: [...byName.keys()],
    roleOf: (name) => byName.get(name)?.identity.role,
    in: provisionsIn,
    arriving: (name) =>
      (senders.get(name) ?? []).flatMap((sender) => (provisionsIn(sender) ?? []).flatMap(sent).map(from(sender))),
  }
}

/** What of a cluster's own is sent on: its series, how they were taken in, and its lines. */
const sent = (provision: Provision): readonly Provision[] =>
  ['logs', 'metrics', 'scrapes'].includes(provision.capability.kind) ? [provision] : []

const from =
  (cluster: string) =>
  ({ by, capability }: Provision): Brought => ({
    capability,
    by: { name: by.name, namespace: by.namespace },
    from: cluster,
  })

/** Which clusters send to which. Only components that may reach out are asked. */
const sendersByTarget = (fleet: CompleteFleet, chains: SharedChains): ReadonlyMap<string, readonly string[]> => {
  const senders = new Map<string, string[]>()
  for (const cluster of fleet.clusters) {
    for (const target of new Set(targetsOf(cluster, chains))) {
      senders.set(target, [...(senders.get(target) ?? []), cluster.name])
    }
  }
  return senders
}

const targetsOf = (cluster: CompleteCluster, chains: SharedChains): readonly string[] =>
  cluster.namespaces.flatMap((namespace) =>
    namespace.components.flatMap((component) => {
      const { reaches } = component.definition
      if (reaches === undefined) return []
      const chain = chains.environment(component, namespace.name, cluster.environment)
      const above: Options = 'value' in chain ? chain.value.options : {}
      const target = reaches(merge(above, component.options), cluster.identity)
      return target === undefined || target === cluster.name ? [] : [target]
    }),
  )
