import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a chart's folder, by path from there. What is linked in is not part of it. */
export const chartFolder = (folder: string, below = ''): ReadonlyMap<string, Uint8Array> =>
  new Map(
    readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): [string, Uint8Array][] => {
      const path = `${below}${entry.name}`
      if (entry.isFile()) return [[path, readFileSync(join(folder, path))]]
      return entry.isDirectory() && !/^(\.git|node_modules)$/.test(entry.name)
        ? [...chartFolder(folder, `${path}/`)]
        : []
    }),
  )
