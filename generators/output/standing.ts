import { directoryOf, nameOf } from './directory.ts'
import { isProblem, lookAround } from './disk.ts'
import { git } from './git.ts'
import { readText } from './reader.ts'
import type { WorkTree } from './work-tree.ts'

/** The files of a tree as they stand, and as of the last commit. Nothing is read before it is asked for. */
export const standing = ({ root, repository }: WorkTree) => {
  const shared = new Map<string, string | undefined>()
  const now = (path: string): string | undefined => {
    // What a cluster has alone is asked for once, and need not be remembered.
    if (path.includes('clusters/')) return readText(root, path)
    if (!shared.has(path)) shared.set(path, readText(root, path))
    return shared.get(path)
  }
  const committed = (path: string): string | undefined => {
    if (repository === undefined) return now(path)
    const { ok, output } = git(root, ['show', `HEAD:./${path}`])
    return ok ? output : undefined
  }
  // What is above a folder is looked at once, so that nothing need be asked about whole clusters that are new.
  const disk = lookAround(root)
  const isFolder = (path: string): boolean => {
    const listing = disk(directoryOf(path))
    return !isProblem(listing) && listing.get(nameOf(path)) === 'directory'
  }
  return { now, committed, isFolder }
}
