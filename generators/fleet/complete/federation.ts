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
    return hub === undefined ? cluster : { ...cluster, identity: { ...cluster.identity, hub: hub.name } }
  })
}

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
  return clusters.flatMap((cluster): readonly Problem[] => {
    const { id } = cluster.identity
    const taken = first.get(id)
    if (taken === undefined) first.set(id, cluster)
    return taken === undefined
      ? []
      : [
          {
            rule: 'cluster-id-once',
            place: [...cluster.place, 'id'],
            reason: `${cluster.name} calls itself ${id} in its telemetry, and so does ${taken.name}`,
            fix: 'give it an id of its own, or leave id out: then its name is taken',
          },
        ]
  })
}
