import { spawnSync } from 'node:child_process'
import type { Problem } from '../problem.ts'

export interface Answer {
  readonly ok: boolean
  readonly output: string
  /** What git said on standard error, without `fatal:`. */
  readonly complaint: string
  /** No git on this machine. */
  readonly missing?: boolean
}

/** Runs git and waits: without execa, whose import alone takes longer than a render without changes. */
export function git(cwd: string, args: readonly string[], options: GitOptions = {}): Answer {
  const { input = '', env = {}, encoding = 'utf8' } = options
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd,
    input,
    encoding,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 30,
  })
  if (error)
    return { ok: false, output: '', complaint: error.message, missing: 'code' in error && error.code === 'ENOENT' }
  return { ok: status === 0, output: stdout, complaint: stderr.trim().replace(/^(fatal|error): /gm, '') }
}

export interface GitOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** How the output is read. Default `utf8`; with `latin1` every byte is a character. */
  readonly encoding?: 'latin1' | 'utf8'
}

export interface Repository {
  /** The top of the work tree, absolute. */
  readonly top: string
  /** Where our root lies below the top: `''`, or a path that ends in a slash. */
  readonly prefix: string
  /** A folder for what only we need to know about this work tree, absolute. It need not exist. */
  readonly folder: string
}

/** The repository in whose work tree a root lies as git tells it, or why there is none. One process. */
export function findRepository(root: string): Repository | Problem {
  const query = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--show-prefix', '--git-path', 'fleetwright']
  const answer = git(root, query, { env: { LC_ALL: 'C' } })
  if (!answer.ok) return noRepository(root, answer)
  const [top = '', prefix = '', folder = ''] = answer.output.split('\n')
  return { top, prefix, folder: prefix === '' ? folder : `${folder}-${encodeURIComponent(prefix.slice(0, -1))}` }
}

function noRepository(root: string, { complaint, missing }: Answer): Problem {
  const because = (reason: string, fix: string): Problem => ({
    rule: 'not-a-repository',
    place: [],
    file: '.',
    reason,
    fix,
  })
  if (missing) return because('git is not installed', 'install git')
  if (complaint.includes('dubious ownership'))
    return because(
      `git does not trust ${root}: somebody else owns it`,
      `run git config --global --add safe.directory ${root}`,
    )
  if (complaint.includes('not a git repository'))
    return because(`${root} is not a git repository`, 'run git init there')
  return because(`git does not know ${root}: ${complaint.split('\n', 1)[0]}`, 'see what git status says there')
}
