import type { TreeReader } from '../output/tree-reader.ts'
import { reach } from './build/reach.ts'
import type { TreeState } from './state.ts'
import { stateReader } from './state-reader.ts'

/** One of the two states that are compared. */
export interface Side {
  readonly name: 'after' | 'before'
  readonly tree: TreeReader
}

export interface Sides {
  readonly before: Side
  readonly after: Side
  /** Whether the states hold something else at a path. */
  readonly differs: (path: string) => boolean
  /** Whether they differ in any file at all. */
  readonly differ: boolean
  /** The files that a folder may be built of, in either state. None where there is no such folder. */
  readonly filesOf: (folder: string) => readonly string[]
  /** Those of them that differ. */
  readonly changedIn: (folder: string) => readonly string[]
}

/** Two states side by side. What both hold is read once, and only what differs from the one before. */
export const sidesOf = (before: TreeState, after: TreeState): Sides => {
  const differing = differingPaths(before.files, after.files)
  before.load?.([...differing].filter((path) => before.files.has(path)))
  const fresh = stateReader({ files: after.files, read: onceRead(after.read) })
  const oldText = onceRead(before.read)
  const read = (path: string) => (differing.has(path) ? oldText(path) : fresh.text(path))
  const old = stateReader({ files: before.files, read })
  const both = stateReader({ files: new Map([...before.files, ...after.files]), read: fresh.text })
  const reached = reach(both, (path) => [old, fresh].flatMap((one) => (one.isFile(path) ? [one.text(path)] : [])))
  const changed = new Map<string, readonly string[]>()
  return {
    before: { name: 'before', tree: old },
    after: { name: 'after', tree: fresh },
    differs: (path) => differing.has(path),
    differ: differing.size > 0,
    filesOf: (folder) => [...reached(folder)],
    changedIn: (folder) => {
      const files = changed.get(folder) ?? [...reached(folder)].filter((path) => differing.has(path)).sort()
      changed.set(folder, files)
      return files
    },
  }
}

const differingPaths = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([
    ...[...one.keys()].filter((path) => one.get(path) !== other.get(path)),
    ...[...other.keys()].filter((path) => !one.has(path)),
  ])

const onceRead = (read: (path: string) => string): ((path: string) => string) => {
  const texts = new Map<string, string>()
  return (path) => {
    const text = texts.get(path) ?? read(path)
    texts.set(path, text)
    return text
  }
}
