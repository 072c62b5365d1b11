import type { CompleteCluster, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'
import type { PlacedDraft } from './drafts.ts'

/**
 * What clusters have in common that run the same components in the same namespaces, each bringing and needing the same.
 * They differ in their names and in what their components are told. Clusters of one shape have one and the same object.
 */
export interface Shape {
  readonly key: string
}

/** What the shape of a cluster is told by. */
export interface Shaped {
  readonly cluster: CompleteCluster
  readonly drafts: readonly PlacedDraft[]
  /** Its namespaces that are closed by policies. */
  readonly closed: readonly CompleteNamespace[]
  /** Whether nothing was left out. What is no whole cluster is like no other. */
  readonly isWhole: boolean
  /** Whether others send there. */
  readonly isReached: boolean
}

/** Tells the shapes of clusters, one after the other. */
export const shapes = (): ((shaped: Shaped) => Shape) => {
  const numberOf = numbering()
  const known = new Map<string, Shape>()
  return (shaped) => {
    if (!shaped.isWhole) return { key: shaped.cluster.name }
    const key = JSON.stringify([...settingsOf(shaped), shaped.drafts.map((draft) => draftKey(draft, numberOf))])
    const shape = known.get(key) ?? { key }
    known.set(key, shape)
    return shape
  }
}

/** Works out once for all clusters of a shape what they have in common. */
export const onceAShape = <T extends { readonly shape: Shape }, R>(make: (one: T) => R): ((one: T) => R) => {
  const made = new Map<Shape, { readonly result: R }>()
  return (one) => {
    const known = made.get(one.shape) ?? { result: make(one) }
    made.set(one.shape, known)
    return known.result
  }
}

/** Looks for what is wrong with what clusters of a shape have in common, until nothing is with one of them. */
export const untilSound = <T extends { readonly shape: Shape }>(
  look: (one: T) => readonly Problem[],
): ((one: T) => readonly Problem[]) => {
  const sound = new Set<Shape>()
  return (one) => {
    const found = sound.has(one.shape) ? [] : look(one)
    if (found.length === 0) sound.add(one.shape)
    return found
  }
}

const settingsOf = ({ cluster, drafts, closed, isReached }: Shaped): readonly unknown[] => {
  const { engine, environment, network, storageClass, storageClasses, exposes, crds, nodePools, namespaces } = cluster
  // Whether a cluster is the one that is meant, only its name tells.
  const isNamed = isReached || drafts.some(({ requires }) => requires.some((one) => one.kind === 'endpoint' && one.in))
  return [
    ...(isNamed ? [cluster.name] : []),
    ...[engine, environment.name, network, storageClass, storageClasses, exposes, crds, nodePools],
    namespaces.map(({ name, settings }) => [name, settings]),
    closed.map(({ name }) => name),
  ]
}

/** A chain is that of one component in one namespace; whoever brings the same as another has the same lists. */
const draftKey = ({ chain, provides, requires, options }: PlacedDraft, numberOf: (one: object) => number) => [
  numberOf(chain),
  numberOf(provides),
  numberOf(requires),
  options.after,
  ...(isWritten(chain) && Object.keys(options).length > 0 ? [numberOf(options)] : []),
]

/** Whether a component's Pods are known, and so who talks to whom may follow from what it is told. */
const isWritten = ({ definition }: PlacedDraft['chain']): boolean =>
  definition.kind === 'manifests' || definition.pods !== undefined

const numbering = (): ((one: object) => number) => {
  const numbers = new WeakMap<object, number>()
  let count = 0
  return (one) => {
    const number = numbers.get(one) ?? count++
    numbers.set(one, number)
    return number
  }
}
