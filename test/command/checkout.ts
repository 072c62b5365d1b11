import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { git, put } from '../output/sandbox.ts'
import { type Ran, scratchCopy } from '../support/scratch-copy.ts'

export const fleetFile = 'generators/fleet.ts'
const tree = ['apps', 'clusters', 'infrastructure']

/** A copy of the repository as somebody works in it, with a small fleet in the place of ours. */
export interface Checkout {
  readonly folder: string
  /** Runs `scripts/render.mjs` in a process of its own. */
  readonly render: (...args: readonly string[]) => Ran
  /** Runs another script of `scripts/` in the same way. */
  readonly run: (script: string, ...args: readonly string[]) => Ran
  readonly git: (...args: readonly string[]) => string
  readonly write: (path: string, content: string) => void
  /** Commits everything that there is. */
  readonly commitAll: () => void
  /** Every rendered file, and whatever else stands in our three folders, by path. */
  readonly tree: () => Readonly<Record<string, string>>
  /** As it was when it was checked out: the small fleet is committed, nothing is rendered. */
  readonly reset: () => void
  readonly remove: () => void
}

export const checkout = (): Checkout => {
  const { folder, remove } = scratchCopy()
  const write: Checkout['write'] = (path, content) => put(folder, path, content)
  const commitAll = () => {
    git(folder, 'add', '--all')
    git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'All of it')
  }
  for (const name of tree) rmSync(join(folder, name), { recursive: true })
  write(fleetFile, fleet())
  commitAll()
  const start = git(folder, 'rev-parse', 'HEAD').trim()
  return {
    folder,
    render: (...args) => ran(folder, args),
    run: (script, ...args) => ran(folder, args, { script }),
    git: (...args) => git(folder, ...args),
    write,
    commitAll,
    tree: () => treeOf(folder),
    reset: () => {
      git(folder, 'reset', '--quiet', '--hard', start)
      git(folder, 'clean', '--quiet', '--force', '-d')
      rmSync(join(folder, '.git/fleetwright'), { recursive: true, force: true })
    },
    remove,
  }
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Default `render`. */
  readonly script?: string
}

export const ran = (folder: string, args: readonly string[], surroundings: Surroundings = {}): Ran => {
  const { cwd = folder, env = {}, script = 'render' } = surroundings
  const program = join(folder, `scripts/${script}.mjs`)
  const { exitCode, stdout, stderr } = execaSync(process.execPath, [program, ...args], { cwd, env, reject: false })
  return { exitCode, stdout, stderr }
}

export const treeOf = (folder: string): Readonly<Record<string, string>> => {
  const entries = tree.flatMap((name) => entriesOf(join(folder, name)))
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}

/** What a command that found one problem answers. */
export const refused = (head: string, reason: string, fix: string, rule: string) => ({
  exitCode: 1,
  stdout: '',
  stderr: `${head}\n  ${reason}\n  fix: ${fix}\n  rule: ${rule}\n\n1 problem; nothing was written.`,
})

/** The small fleet: two clusters that run the same application, the second with a value of its own. 15 files. */
export const fleet = ({ version = '1.0.0', a = 'web()', b = 'web({ values: { replicas: 2 } })' } = {}): string =>
  `import { defineFleet, environment, flux, helmRelease, namespace } from './fleetwright.ts'

const web = helmRelease({ name: 'web', chart: { url: 'oci://registry.example/charts/web', version: '${version}' } })
const k3s = { environment: 'dev', distribution: 'k3s', network: 'flannel' } as const

export default defineFleet({
  repository: { url: 'https://github.com/example/platform', branch: 'main' },
  environments: { dev: environment({ storageClass: 'local-path' }) },
  clusters: {
    a: flux({ ...k3s, namespaces: { web: namespace({}, [${a}]) } }),
    b: flux({ ...k3s, namespaces: { web: namespace({}, [${b}]) } }),
  },
})
`
