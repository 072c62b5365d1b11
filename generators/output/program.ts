import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { execa } from 'execa'
import type { File } from '../file.ts'

/** A program of the system: what it is called, and the environment variable that may name another place of it. */
export interface Program {
  readonly name: string
  readonly variable: string
}

/** What a program did: its output, or all that it said when it refused. */
export type Ran = { readonly output: string } | { readonly refusal: string }

/** A program that answers, or undefined: the one that its variable names, or else the one on the path. */
export const findProgram = async (
  { name, variable }: Program,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> => {
  const own = environment[variable] ?? ''
  // It will run in another folder.
  for (const place of [own.includes('/') ? resolve(own) : own, name]) {
    if (place === '') continue
    const { failed } = await execa(place, ['--help'], {
      reject: false,
      stdin: 'ignore',
      env: environment,
      extendEnv: false,
    })
    if (!failed) return place
  }
  return undefined
}

export interface RunOptions {
  /** Laid into the folder that it runs in. A path that ends in a slash is an empty folder. */
  readonly files?: readonly File[]
  /** All of its environment. Default: ours. */
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program in a folder of its own, which is gone afterwards. */
export const runApart = async (
  program: string,
  args: readonly string[],
  { files = [], env = process.env }: RunOptions = {},
): Promise<Ran> => {
  const cwd = mkdtempSync(join(tmpdir(), 'fleetwright-run-'))
  try {
    for (const file of files) lay(cwd, file)
    const ran = await execa(program, args, {
      cwd,
      env,
      extendEnv: false,
      reject: false,
      stdin: 'ignore',
      maxBuffer: 256 * 1024 * 1024,
    })
    if (!ran.failed) return { output: ran.stdout }
    return { refusal: `${ran.stdout}\n${ran.stderr}`.replaceAll(`${cwd}/`, '').trim() || (ran.shortMessage ?? '') }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

const lay = (folder: string, { path, content }: File): void => {
  const at = join(folder, path)
  mkdirSync(path.endsWith('/') ? at : dirname(at), { recursive: true })
  if (!path.endsWith('/')) writeFileSync(at, content)
}
