import { type Answer, git, type Repository } from './git.ts'

/** What git says of a path that does not stand as HEAD holds it. */
export interface Uncommitted {
  /** From the top of the work tree. */
  readonly path: string
  /** Whether the index has it. */
  readonly isKnown: boolean
}

// Ignored files too: what was rendered is wanted in the repository, whatever somebody's global ignore file says.
const everyFile = ['--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=traditional']

/** Those of the paths, given from the top, that are not as HEAD holds them; or what git says instead. */
export function uncommitted({ top }: Repository, paths: ReadonlySet<string>): readonly Uncommitted[] | Answer {
  const folders = new Set(Array.from(paths, (path) => path.split('/', 1)[0]!))
  const args = ['--no-optional-locks', '--literal-pathspecs', 'status', ...everyFile, '--', ...folders]
  const answer = folders.size === 0 ? undefined : git(top, args)
  if (answer?.ok === false) return answer
  const isKnown = new Map<string, boolean>()
  for (const entry of answer?.output.split('\0') ?? []) {
    const path = entry.slice(3)
    // A path has two entries when the index dropped it and the file still stands.
    if (paths.has(path)) isKnown.set(path, !['??', '!!'].includes(entry.slice(0, 2)))
  }
  return Array.from(isKnown, ([path, known]) => ({ path, isKnown: known }))
}
