import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import { onceAShape } from '../plan/shape.ts'
import { clusterQueries } from './queries/cluster-queries.ts'
import type { Question, Standing, Subject } from './rule.ts'
import { ownFolder } from './standing/folders.ts'

type SubjectInputs = Pick<Subject, 'exporters' | 'inputs' | 'lock' | 'schemas'> & Partial<Pick<Subject, 'standing'>>

const nothing: Standing = { now: () => undefined, committed: () => undefined, isFolder: () => false }

/** Makes subjects of clusters, one after the other, and remembers which layers were looked at already. */
export const subjects = ({ inputs, schemas, standing = nothing, exporters, lock }: SubjectInputs) => {
  const seen = new Set<Layer>()
  const ends = new Set<Layer>()
  const shared = remembering()
  const ofShapes = new Map<unknown, (cluster: ClusterPlan) => unknown>()
  const queriesOf = exporters === undefined ? undefined : clusterQueries(exporters, onceFor(shared))
  return (cluster: ClusterPlan): Subject => {
    // A layer above another was seen, but not yet what it comes to for a placement that ends in it.
    const placements = cluster.placements.filter(({ layer }) => !ends.has(layer))
    const layers: Layer[] = []
    for (const { layer: end } of placements) {
      if (isShared(end)) ends.add(end)
      for (let layer: Layer | undefined = end; layer !== undefined && !seen.has(layer); layer = layer.above) {
        if (isShared(layer)) seen.add(layer)
        layers.push(layer)
      }
    }
    const once = onceFor(shared, remembering())
    const alike = <T>(question: (cluster: ClusterPlan) => T): T => {
      const asked = ofShapes.get(question) ?? onceAShape(question)
      ofShapes.set(question, asked)
      return asked(cluster) as T
    }
    const changing = later(() => [...placements, ...standingOtherwise(cluster, placements, standing)])
    const queries = later(() => queriesOf?.(cluster))
    return { cluster, layers, placements, changing, once, alike, queries, exporters, lock, inputs, schemas, standing }
  }
}

/** The others that may have stood otherwise: below a layer of their own that vanishes, or one of their environment that comes. */
const standingOtherwise = (
  { cluster, placements: all }: ClusterPlan,
  placements: readonly Placement[],
  { isFolder }: Standing,
): readonly Placement[] => {
  // Who brought in the layer of an environment may be new, and those after it not.
  const isThere = isFolder(`clusters/${cluster.name}`)
  const comes = ({ level, folder }: Layer): boolean => isThere && level === 'environment' && !isFolder(folder)
  return all.filter(
    (one) => isShared(one.layer) && !placements.includes(one) && (isFolder(ownFolder(one)) || comes(one.layer)),
  )
}

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
  (shared: Subject['once'], own: Subject['once'] = answered): Subject['once'] =>
  (placement, question) =>
    isShared(placement.layer) ? shared(placement, question) : own(placement, question)

/** Asks anew each time. */
const answered: Subject['once'] = (placement, question) => question(placement, (other) => answered(placement, other))

/** Asks each question once about each layer. */
const remembering = (): Subject['once'] => {
  const answers = new Map<Layer, Map<unknown, unknown>>()
  const ask = <T>(placement: Placement, question: Question<T>): T => {
    const known = answers.get(placement.layer)?.get(question) as T | undefined
    // Where the answer is that there is nothing, to ask again costs no more than to look whether somebody asked.
    return known ?? answer(placement, question)
  }
  const answer = <T>(placement: Placement, question: Question<T>): T => {
    const found = question(placement, (other) => ask(placement, other))
    const known = answers.get(placement.layer) ?? new Map<unknown, unknown>()
    answers.set(placement.layer, known.set(question, found))
    return found
  }
  return ask
}
