import type { Problem } from '../problem.ts'
import { git } from './git.ts'

/** A commit, as git and as people call it. */
export interface NamedCommit {
  readonly commit: string
  /** `main`, `v1.2.0`, `HEAD~3` */
  readonly name: string
}

/** Where the main branch may be, the most deliberate first: what the server calls it, then what it is usually called. */
const mainBranches = ['refs/remotes/origin/HEAD', ...['main', 'master', 'trunk'].flatMap(hereAndThere)]

function hereAndThere(branch: string): readonly string[] {
  return [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]
}

/** The commit that a person named. */
export const namedCommit = (root: string, name: string): NamedCommit | Problem => {
  const commit = name.startsWith('-') ? undefined : commitOf(root, name)
  if (commit !== undefined) return { commit, name }
  if (commitOf(root, 'HEAD') === undefined) return noCommit
  const elsewhere = name.startsWith('-') ? undefined : commitOf(root, `origin/${name}`)
  return noBase(
    `there is no commit ${name}`,
    elsewhere === undefined
      ? 'name a commit, a branch or a tag that git log knows, or fetch it first'
      : `name origin/${name}`,
  )
}

/** The commit that HEAD and the main branch have in common: what a pull request would be compared with. */
export const defaultBase = (root: string): NamedCommit | Problem => {
  if (commitOf(root, 'HEAD') === undefined) return noCommit
  const main = mainBranch(root)
  if (main === undefined)
    return noBase(
      'there is no branch origin/HEAD, main, master or trunk to compare with',
      'name a base, or fetch the main branch first',
    )
  const { output } = git(root, ['merge-base', 'HEAD', main])
  const [commit] = output.split('\n')
  const name = main.replace(/^refs\/(remotes|heads)\//, '')
  return commit ? { commit, name } : nothingShared(root, name)
}

/** By its full name. The server's HEAD stands for another branch, whose name says more. */
const mainBranch = (root: string): string | undefined => {
  const { output } = git(root, ['for-each-ref', '--format=%(refname) %(symref)', ...mainBranches])
  const present = new Map(output.split('\n').map((line) => line.split(' ') as [string, string]))
  const found = mainBranches.find((one) => present.has(one))
  return found && (present.get(found) || found)
}

const nothingShared = (root: string, main: string): Problem =>
  git(root, ['rev-parse', '--is-shallow-repository']).output.trim() === 'true'
    ? noBase(
        `how HEAD and ${main} hang together is not in this shallow clone`,
        'run git fetch --unshallow, or let the CI check out the whole history (fetch-depth: 0)',
      )
    : noBase(`HEAD and ${main} have no commit in common`, 'name a base')

const commitOf = (root: string, name: string): string | undefined => {
  const { ok, output } = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
  return ok ? output.trim() : undefined
}

const noBase = (reason: string, fix: string): Problem => ({ rule: 'base-exists', place: [], file: '.', reason, fix })

const noCommit: Problem = noBase('this repository has no commit yet', 'commit what is there, and compare with that')
