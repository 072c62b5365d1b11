import { isRecord } from '../fleet/checks/check.ts'
import { objectPlace, valuePlace } from '../plan/written-at.ts'
import type { Place } from '../problem.ts'
import type { Shared } from './rule.ts'

/** What is no map and no list, and where it stands. */
export interface Leaf {
  readonly value: unknown
  /** The last step of its path. */
  readonly key: string
  readonly path: readonly string[]
  /** The maps and lists that it stands in, the outermost first. */
  readonly within: readonly object[]
}

/** Everything in a value that is no map and no list. */
export const leavesOf = (value: unknown): readonly Leaf[] => {
  const leaves: Leaf[] = []
  const path: string[] = []
  const within: object[] = []
  const visit = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) {
      leaves.push({ value: inner, key: path.at(-1) ?? '', path: path.slice(), within: within.slice() })
      return
    }
    within.push(inner)
    for (const key of Object.keys(inner)) {
      path.push(key)
      visit((inner as Readonly<Record<string, unknown>>)[key])
      path.pop()
    }
    within.pop()
  }
  visit(value)
  return leaves
}

/** A leaf of values, or of one of the objects. */
export interface PlacedLeaf extends Leaf {
  readonly index?: number
}

/** The leaves of everything that a placement brings. */
export const leavesIn = ({ effective }: Pick<Shared, 'effective'>): readonly PlacedLeaf[] =>
  effective.kind === 'helm'
    ? leavesOf(effective.values)
    : effective.objects.flatMap((object, index) => leavesOf(object).map((leaf) => ({ ...leaf, index })))

/** Where the fleet writes a leaf. */
export const leafPlace = ({ path, index }: PlacedLeaf, { layer }: Pick<Shared, 'layer'>, otherwise: Place): Place => {
  if (layer.kind === 'helm') return valuePlace(layer, path, otherwise)
  return index === undefined ? otherwise : objectPlace(layer, index, path)
}

/** The map that a leaf stands in; undefined for an item of a list. */
export const mapAround = ({ within }: Leaf): Readonly<Record<string, unknown>> | undefined => {
  const last = within.at(-1)
  return isRecord(last) ? last : undefined
}
