import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chartsCommand } from '../../generators/command/charts.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { put } from '../output/sandbox.ts'

/** A repository of somebody, with a fleet, to run `charts` in. */
export interface ChartsRepository {
  readonly folder: string
  readonly run: (fleet: Fleet, ...args: readonly string[]) => Promise<{ code: number; out: string; err: string }>
  readonly read: (path: string) => string
  readonly remove: () => void
}

/** `source` is the text of `generators/fleet.ts`, for the lines. */
export const chartsRepository = (source = ''): ChartsRepository => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fleetwright-charts-')))
  put(folder, 'generators/fleet.ts', source)
  return {
    folder,
    run: async (fleet, ...args) => {
      const said = { out: '', err: '' }
      const code = await chartsCommand({
        args,
        root: folder,
        program: process.cwd(),
        scribe: '',
        fleet: { exports: { default: fleet }, fingerprint: '' },
        out: (text) => (said.out += text),
        err: (text) => (said.err += text),
      })
      return { code, ...said }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
