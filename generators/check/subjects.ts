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
  const shared = remembering()
  const queriesOf = exporters === undefined ? undefined : clusterQueries(exporters, onceFor(shared))
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
    const once = onceFor(shared, remembering())
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

/** Answers about layers that clusters share come from one memory, and those about a cluster's own from another, if any. */
const onceFor =
  (shared: Subject['once'], own?: Subject['once']): Subject['once'] =>
  (placement, question) => {
    if (isShared(placement.layer)) return shared(placement, question)
    return own === undefined ? question(placement) : own(placement, question)
  }

/** Asks each question once about each layer. */
const remembering = (): Subject['once'] => {
  const answers = new Map<Layer, Map<unknown, unknown>>()
  return <T>(placement: Placement, question: (shared: Shared) => T): T => {
    const known = answers.get(placement.layer) ?? new Map<unknown, unknown>()
    if (known.size === 0) answers.set(placement.layer, known)
    if (!known.has(question)) known.set(question, question(placement))
    return known.get(question) as T
  }
}
