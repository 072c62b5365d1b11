import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { clusterQueries } from './queries/cluster-queries.ts'
import type { Shared, Standing, Subject } from './rule.ts'
import { ownFolder } from './standing/folders.ts'

type SubjectInputs = Pick<Subject, 'exporters' | 'inputs' | 'schemas'> & Partial<Pick<Subject, 'standing'>>

const nothing: Standing = { now: () => undefined, committed: () => undefined, isFolder: () => false }

/** Makes subjects of clusters, one after the other, and remembers which layers were looked at already. */
export const subjects = ({ inputs, schemas, standing = nothing, exporters }: SubjectInputs) => {
  const seen = new Set<Layer>()
  const once = askedOnce()
  const queriesOf = exporters === undefined ? undefined : clusterQueries(exporters, once)
  return (cluster: ClusterPlan): Subject => {
    const placements = cluster.placements.filter(({ layer }) => !seen.has(layer))
    const layers: Layer[] = []
    for (const placement of placements) {
      for (
        let layer: Layer | undefined = placement.layer;
        layer !== undefined && !seen.has(layer);
        layer = layer.above
      ) {
        if (isShared(layer)) seen.add(layer)
        layers.push(layer)
      }
    }
    const changing = later(() => [...placements, ...losing(cluster, placements, standing)])
    const queries = later(() => queriesOf?.(cluster))
    return { cluster, layers, placements, changing, once, queries, exporters, inputs, schemas, standing }
  }
}

/** Placements that have no layer of the cluster's own any more, although there is a folder of one. */
const losing = (cluster: ClusterPlan, placements: readonly Placement[], standing: Standing): readonly Placement[] =>
  cluster.placements.filter(
    (one) => isShared(one.layer) && !placements.includes(one) && standing.isFolder(ownFolder(one)),
  )

/** Works something out when it is first asked for, and once. */
const later = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A cluster's own layer is met once in any case, and need not be remembered. */
const isShared = ({ level }: Layer): boolean => level !== 'cluster'

const askedOnce = (): Subject['once'] => {
  const answers = new Map<unknown, Map<Layer, unknown>>()
  return <T>(placement: Placement, question: (shared: Shared) => T): T => {
    if (!isShared(placement.layer)) return question(placement)
    const known = answers.get(question) ?? new Map<Layer, unknown>()
    answers.set(question, known)
    if (!known.has(placement.layer)) known.set(placement.layer, question(placement))
    return known.get(placement.layer) as T
  }
}
