import type { Problem } from '../../problem.ts'
import type { CompleteCluster } from './complete-fleet.ts'

/** Tells every edge its hub, and the hub its edges. Two hubs, an edge without one, and one id for two are problems. */
export const federated = (
  clusters: readonly CompleteCluster[],
  problems: Problem[],
  isWhole: boolean,
): readonly CompleteCluster[] => {
  const [hub, ...others] = clusters.filter(({ identity }) => identity.role === 'hub')
  problems.push(...others.map((other) => secondHub(other, hub)), ...sameId(clusters))
  const edges = clusters.flatMap(({ identity }) => (identity.role === 'edge' ? [identity.id] : [])).sort()
  return clusters.map((cluster) => {
    if (cluster === hub) return { ...cluster, identity: { ...cluster.identity, edges } }
    if (cluster.identity.role !== 'edge') return cluster
    // What was left out for another mistake is not missed as well.
    if (hub === undefined && isWhole) problems.push(noHub(cluster))
    return hub === undefined ? withoutHub(cluster) : { ...cluster, identity: { ...cluster.identity, hub: hub.name } }
  })
}

/** That its collectors have nobody to send to follows, and is not told as well. */
const withoutHub = (cluster: CompleteCluster): CompleteCluster => ({
  ...cluster,
  namespaces: cluster.namespaces.map((namespace) => ({ ...namespace, isWhole: false })),
})

const secondHub = ({ name, place }: CompleteCluster, hub: CompleteCluster | undefined): Problem => ({
  rule: 'one-hub',
  place: [...place, 'role'],
  reason: `${name} is a second hub, and the edges would not know which of it and ${hub?.name} to send to`,
  fix: "write role: 'edge', or take the role away from one of them",
})

const noHub = ({ name, place }: CompleteCluster): Problem => ({
  rule: 'one-hub',
  place: [...place, 'role'],
  reason: `${name} is an edge, and the fleet has no hub that could take what it sends`,
  fix: "give the cluster that stores everything role: 'hub'",
})

/** Series of two clusters with one id would be added up, and nobody could tell them apart again. */
const sameId = (clusters: readonly CompleteCluster[]): readonly Problem[] => {
  const first = new Map<string, CompleteCluster>()
  return clusters.flatMap((cluster) => {
    const taken = first.get(cluster.identity.id)
    if (taken === undefined) first.set(cluster.identity.id, cluster)
    return taken === undefined ? [] : [idTwice(cluster, taken)]
  })
}

/** Told at one of them where an id is written: the other may go by its name. */
const idTwice = (one: CompleteCluster, other: CompleteCluster): Problem => {
  const [told, like] = one.identity.id === one.name ? [other, one] : [one, other]
  return {
    rule: 'cluster-id-once',
    place: [...told.place, 'id'],
    reason: `${told.name} calls itself ${told.identity.id} in its telemetry, and so does ${like.name}`,
    fix: 'give it an id of its own, or leave id out: then its name is taken',
  }
}
