import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chartFolder } from './chart-folder.ts'
import { isSystemError } from './system-error.ts'

/** What somebody has of a chart: its archive, its files, or no more than its values. */
export type ChartOnDisk =
  | { readonly archive: Uint8Array }
  | { readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly values: string }
  | { readonly refusal: string }

const largestArchive = 32 * 1024 * 1024

/** Looks what stands at a path. */
export const chartOnDisk = (path: string): ChartOnDisk => {
  try {
    const standing = statSync(path, { throwIfNoEntry: false })
    if (standing === undefined) return { refusal: 'is not there' }
    if (standing.isDirectory()) {
      // Somebody's whole home is not read to find that out.
      return existsSync(join(path, 'Chart.yaml'))
        ? { files: chartFolder(path) }
        : { refusal: 'is no chart of Helm: it has no Chart.yaml' }
    }
    if (standing.size > largestArchive) return { refusal: `has more than ${largestArchive / 1024 / 1024} MiB` }
    if (/(^|[/\\])Chart\.ya?ml$/.test(path)) return { refusal: 'holds no values: name the folder that it stands in' }
    return /\.ya?ml$/.test(path) ? { values: readFileSync(path, 'utf8') } : { archive: readFileSync(path) }
  } catch (error) {
    if (isSystemError(error)) return { refusal: `cannot be read: ${error.message}` }
    throw error
  }
}
