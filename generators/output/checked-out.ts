import { git } from './git.ts'
import { topFolders } from './work-tree.ts'

/** The commit that is checked out, and what of our folders is not in it. */
export interface CheckedOut {
  /** Full hash. Undefined where there is no repository, or no commit yet. */
  readonly commit: string | undefined
  /** Paths of our folders that are changed or new. */
  readonly uncommitted: readonly string[]
}

export const checkedOut = (root: string): CheckedOut => {
  const head = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (!head.ok) return { commit: undefined, uncommitted: [] }
  const status = git(root, ['status', '--porcelain', '--no-renames', '--untracked-files=all', '--', ...topFolders])
  const uncommitted = status.output.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(3)]))
  return { commit: head.output.trim(), uncommitted }
}
