import type { KubernetesObject } from '../../kubernetes-object.ts'
import { isClusterScoped } from '../../objects/kubernetes/cluster-scoped.ts'
import type { BuildApart } from '../../output/build-apart.ts'
import type { Built } from '../../output/kustomize.ts'
import { objectsIn } from '../../verify/objects-in.ts'
import type { Side, Sides } from '../sides.ts'
import { fluxKustomization } from './flux-kustomization.ts'
import type { Item } from './item.ts'
import { type Known, ownBuild } from './own-build.ts'
import type { Parse } from './parsing.ts'
import { reach } from './reach.ts'
import { withoutHashes } from './without-hashes.ts'

/** A folder of one of the states, to be built. */
export interface Order {
  readonly side: Side
  readonly folder: string
  /** The files of objects that are wanted, by path. Default: all. There may be more in what comes. */
  readonly wanted?: (file: string) => boolean
}

/** What a folder comes to, or why it does not. */
export type Outcome = { readonly items: readonly Item[] } | { readonly reason: string }

/** Builds folders, in the order of the orders. What is the same in both states is built once, and is the same object. */
export type Build = (orders: readonly Order[]) => Promise<readonly Outcome[]>

/** Builds here what is ours, and has a real kustomize build the rest, all at once. */
export const builder = (sides: Sides, parse: Parse, apart: BuildApart): Build => {
  const own = ownBuild(parse)
  const known = knownIn(sides)
  const builtHere = ({ side: { name, tree }, folder, wanted }: Order): readonly Item[] | undefined =>
    own(tree, folder, wanted === undefined ? { known: known[name] } : { wanted })
  const builtThere = async (orders: readonly Order[]): Promise<ReadonlyMap<string, Outcome>> => {
    const outcomes = new Map<string, Outcome>()
    for (const side of [sides.before, sides.after]) {
      const folders = new Set(orders.flatMap((order) => (order.side === side ? [order.folder] : [])))
      if (folders.size === 0) continue
      for (const built of await builtApart(side, [...folders], apart)) outcomes.set(keyOf(side, built), read(built))
    }
    return outcomes
  }
  return async (orders) => {
    const ours = orders.map(builtHere)
    const theirs = await builtThere(orders.filter((_, index) => ours[index] === undefined))
    return orders.map((order, index) => {
      const items = ours[index]
      return items === undefined ? theirs.get(keyOf(order.side, order))! : { items }
    })
  }
}

const keyOf = ({ name }: Side, { folder }: { readonly folder: string }): string => `${name} ${folder}`

/** What folders came to, in each state; in both where nothing that they are built of differs. */
const knownIn = ({ changedIn }: Sides): Readonly<Record<Side['name'], Known>> => {
  const common = new Map<string, readonly Item[]>()
  const of = (own: Map<string, readonly Item[]>): Known => {
    const where = (folder: string) => (changedIn(folder).length === 0 ? common : own)
    return {
      get: (folder) => where(folder).get(folder),
      set: (folder, items) => where(folder).set(folder, items),
    }
  }
  return { before: of(new Map()), after: of(new Map()) }
}

const builtApart = ({ tree }: Side, folders: readonly string[], apart: BuildApart): Promise<readonly Built[]> => {
  const reached = reach(tree)
  const paths = new Set(folders.flatMap((folder) => [...reached(folder)]))
  const files = [...paths].map((path) => ({ path, content: tree.text(path) }))
  return apart([...files, ...folders.flatMap((folder) => fluxKustomization(folder, tree))], folders)
}

const read = (built: Built): Outcome =>
  'error' in built
    ? { reason: built.error }
    : { items: withoutHashes(objectsIn(built.yaml)).map((object) => ({ object: withoutNamespace(object) })) }

/** Kustomize gives a namespace to whatever kind it does not know; the API server takes it away. */
const withoutNamespace = (object: KubernetesObject): KubernetesObject => {
  if (object.metadata.namespace === undefined || !isClusterScoped(object)) return object
  const { namespace: _, ...metadata } = object.metadata
  return { ...object, metadata: metadata as KubernetesObject['metadata'] }
}
