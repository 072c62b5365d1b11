import { grouped } from '../grouped.ts'
import { nameOf } from '../output/directory.ts'
import { placeInHeader } from '../output/header.ts'
import type { Build, Order } from './build/builder.ts'
import type { Item } from './build/item.ts'
import { isKustomizationFile } from './build/reach.ts'
import type { Unbuilt } from './deployed.ts'
import { changedRoots, type Root } from './roots.ts'
import type { Side, Sides } from './sides.ts'
import { type Unit, unitsAmong } from './units.ts'

/** A unit of a cluster in both states, so far as it is there. */
export interface UnitPair {
  readonly cluster: string
  readonly before?: Unit
  readonly after?: Unit
  /** The state in which nobody knows whether it is there, because the folder that would say so cannot be built. */
  readonly unbuilt?: Side['name']
  /** The kustomizations around it that differ: they say whether it is there, and may change it. */
  readonly lists: readonly string[]
}

export interface UnitPairs {
  readonly pairs: readonly UnitPair[]
  readonly unbuilt: readonly Unbuilt[]
}

/** The units that may have changed, and those beside them in folders that differ themselves. */
export const unitPairs = async (sides: Sides, build: Build): Promise<UnitPairs> => {
  const roots = changedRoots(sides)
  const orders = roots.flatMap((root) => ordersOf(root, sides).map((order) => ({ root, ...order })))
  const outcomes = await build(orders)
  const found = orders.map((order, index) => {
    const outcome = outcomes[index]!
    return {
      ...order,
      units: 'items' in outcome ? unitsOf(order.root, order.side, outcome.items, sides) : outcome.reason,
    }
  })
  return {
    pairs: [...grouped(found, ({ root }) => root.folder).values()].flatMap((both) => paired(both, sides)),
    unbuilt: found.flatMap(({ root: { cluster, folder }, side, units }) =>
      typeof units === 'string' ? [{ state: side.name, folder, reason: units, clusters: [cluster] }] : [],
    ),
  }
}

/** A folder that is the same in both states is built once. */
const ordersOf = ({ folder, wanted }: Root, { before, after }: Sides): readonly Order[] => {
  if (wanted !== undefined) return [{ side: after, folder, wanted: (file) => wanted.has(file) }]
  return [before, after].filter(({ tree }) => tree.isFolder(folder)).map((side) => ({ side, folder }))
}

const unitsOf = (root: Root, side: Side, items: readonly Item[], sides: Sides): readonly Unit[] => {
  const { units, others } = unitsAmong(items, nameOf(root.folder))
  return root.wanted === undefined ? [...units, ...namespaceUnits(root, side, others, sides)] : units
}

/** Namespaces, and what else their folders bring by themselves. */
const namespaceUnits = ({ cluster, folder }: Root, { tree }: Side, items: readonly Item[], { changedIn }: Sides) => {
  const lists = changedIn(folder).filter(isKustomizationFile)
  const groups = grouped(items, ({ object: { kind, metadata } }) =>
    kind === 'Namespace' ? metadata.name : (metadata.namespace ?? nameOf(folder)),
  )
  return [...groups].map(([namespace, theirs]): Unit => {
    const said = [`clusters/${cluster}/${namespace}/kustomization.yaml`, `${folder}/kustomization.yaml`].find(
      tree.isFile,
    )
    return {
      namespace,
      component: 'namespace',
      place: (said === undefined ? undefined : placeInHeader(tree.text(said))) ?? [],
      control: [],
      brings: { items: theirs },
      files: [...theirs.flatMap(({ file }) => file ?? []), ...lists],
    }
  })
}

interface Found {
  readonly root: Root
  readonly side: Side
  readonly units: readonly Unit[] | string
}

const paired = (found: readonly Found[], { changedIn }: Sides): readonly UnitPair[] => {
  const { cluster, folder, wanted } = found[0]!.root
  const unitsIn = (name: Side['name']): ReadonlyMap<string, Unit> => {
    const units = found.find(({ side }) => wanted !== undefined || side.name === name)?.units ?? []
    return new Map(typeof units === 'string' ? [] : units.map((unit) => [`${unit.namespace}/${unit.component}`, unit]))
  }
  const [before, after] = [unitsIn('before'), unitsIn('after')]
  const unbuilt = found.find(({ units }) => typeof units === 'string')?.side.name
  const lists = changedIn(folder).filter(isKustomizationFile)
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [old, fresh] = [before.get(key), after.get(key)]
    return {
      cluster,
      ...(old && { before: old }),
      ...(fresh && { after: fresh }),
      ...(unbuilt && { unbuilt }),
      lists,
    }
  })
}
