import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { type Answer, git } from './git.ts'
import { openFolder } from './memory.ts'
import { cannotWrite } from './system-error.ts'
import { type Uncommitted, uncommitted } from './uncommitted.ts'
import type { WorkTree } from './work-tree.ts'

export interface Commit {
  /** The commit made; undefined when there was nothing to commit, or a problem. */
  readonly id?: string | undefined
  /** What was committed, from the root. */
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
}

export interface CommitRequest {
  /** What was rendered, changed or pruned, from the root. Paths that stand as HEAD holds them do no harm. */
  readonly paths: Iterable<string>
  readonly message: string
}

/**
 * Commits exactly these paths as they stand. What else is staged stays staged, and is not committed.
 *
 * `git commit --only` does all of it, with the user's hooks and signature, and refuses in the middle of a merge. All it
 * lacks is files that the index does not know: they are announced first, which is taken back should the commit fail.
 */
export function commit(tree: WorkTree, { paths, message }: CommitRequest): Commit {
  if (tree.repository === undefined) return rejected(tree.unversioned)
  const { top, prefix } = tree.repository
  const changes = uncommitted(tree.repository, new Set(Array.from(paths, (path) => `${prefix}${path}`)))
  if ('ok' in changes) return rejected(rejection(changes))
  if (changes.length === 0) return rejected()
  try {
    openFolder(tree)
    const draft = join(tree.folder, 'message')
    writeFileSync(draft, message)
    const answer = record(top, changes, draft)
    rmSync(draft)
    if (!answer.ok) return rejected(rejection(answer))
  } catch (error) {
    return rejected(cannotWrite(tree.root, error))
  }
  const id = git(top, ['rev-parse', 'HEAD']).output.trim()
  return { id, paths: changes.map(({ path }) => path.slice(prefix.length)), problems: [] }
}

function record(top: string, changes: readonly Uncommitted[], message: string): Answer {
  const fromInput = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const run = (args: readonly string[], paths: readonly Uncommitted[]): Answer =>
    git(top, ['--literal-pathspecs', ...args], { input: paths.map(({ path }) => `${path}\0`).join('') })
  const unknown = changes.filter(({ isKnown }) => !isKnown)
  const announced = unknown.length === 0 ? undefined : run(['add', '--intent-to-add', '--force', ...fromInput], unknown)
  if (announced?.ok === false) return announced
  const answer = run(['commit', '--quiet', '--only', `--file=${message}`, ...fromInput], changes)
  if (!answer.ok) run(['update-index', '--force-remove', '-z', '--stdin'], unknown)
  return answer
}

const rejected = (problem?: Problem): Commit => ({ paths: [], problems: problem === undefined ? [] : [problem] })

const rejection = ({ complaint, output }: Answer): Problem => ({
  rule: 'cannot-commit',
  place: [],
  file: '.',
  reason: `git does not commit: ${complaint || output.trim()}`,
  fix: 'remove what git objects to and commit again',
})
