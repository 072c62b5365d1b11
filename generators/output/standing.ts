import { statSync } from 'node:fs'
import { join } from 'node:path'
import { git } from './git.ts'
import { readText } from './reader.ts'
import type { WorkTree } from './work-tree.ts'

/** The files of a tree as they stand, and as of the last commit. Nothing is read before it is asked for. */
export const standing = ({ root, repository }: WorkTree) => {
  const now = (path: string): string | undefined => readText(root, path)
  const committed = (path: string): string | undefined => {
    if (repository === undefined) return now(path)
    const { ok, output } = git(root, ['show', `HEAD:./${path}`])
    return ok ? output : undefined
  }
  const isFolder = (path: string): boolean =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false
  return { now, committed, isFolder }
}
