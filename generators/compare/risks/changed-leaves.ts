import { type Leaf, leavesOf } from '../../check/leaves.ts'

/** A value that is no map and no list, in both states. Undefined where it is not there. */
export interface ChangedLeaf {
  /** With dots. */
  readonly path: string
  readonly key: string
  readonly before: unknown
  readonly after: unknown
  /** The leaf after, or before where there is none after. */
  readonly leaf: Leaf
}

/** Where two values differ. Elements of lists are told apart by their place alone. */
export const changedLeaves = (before: unknown, after: unknown): readonly ChangedLeaf[] => {
  const old = byPath(before)
  const now = byPath(after)
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const was = old.get(path)
    const is = now.get(path)
    const leaf = is ?? was
    if (leaf === undefined || was?.value === is?.value) return []
    return [{ path, key: leaf.key, before: was?.value, after: is?.value, leaf }]
  })
}

const byPath = (value: unknown): ReadonlyMap<string, Leaf> =>
  value === undefined ? new Map() : new Map(leavesOf(value).map((leaf) => [leaf.path.join('.'), leaf]))
