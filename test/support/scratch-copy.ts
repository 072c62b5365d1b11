import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execaSync } from 'execa'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A copy of the repository to try things out in, with a git repository of its own that holds what is there now. */
export interface ScratchCopy {
  readonly folder: string
  /** Runs a program of the repository's own or of the system. Never throws: the exit code tells. */
  readonly run: (program: string, ...args: readonly string[]) => Ran
  /** Puts everything back to how it was copied. */
  readonly reset: () => void
  readonly remove: () => void
}

export interface Ran {
  readonly exitCode: number | undefined
  readonly stdout: string
  readonly stderr: string
}

/** Every package by a link, in a folder of the copy's own: what is compiled is kept there, and goes with it. */
const linkPackages = (from: string, to: string): void => {
  mkdirSync(to)
  for (const name of readdirSync(from))
    if (name !== '.cache') symlinkSync(realpathSync(join(from, name)), join(to, name))
}

export const scratchCopy = (): ScratchCopy => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-copy-')))
  // What is made for a package may be on its way while the copy is.
  const isLeftOut = (path: string): boolean => ['node_modules', '.git', 'dist', 'types'].includes(relative(root, path))
  cpSync(root, folder, { recursive: true, filter: (path) => !isLeftOut(path) })
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'))
  const run: ScratchCopy['run'] = (program, ...args) => {
    const { exitCode, stdout, stderr } = execaSync(program, args, {
      cwd: folder,
      preferLocal: true,
      reject: false,
      stdin: 'ignore',
    })
    return { exitCode, stdout, stderr }
  }
  run('git', 'init', '--quiet')
  run('git', 'add', '--all')
  run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'Copy')
  return {
    folder,
    run,
    reset: () => {
      run('git', 'checkout', '--quiet', '.')
      run('git', 'clean', '--quiet', '--force', '-d')
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
