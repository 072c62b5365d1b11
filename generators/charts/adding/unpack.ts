import { gunzipSync } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'

/** Files of a chart by path, from the chart's own folder. */
export type ChartFiles = ReadonlyMap<string, Uint8Array>

/** What a chart may hold at most, so that a small archive cannot fill the memory. */
const limits = { bytes: 128 * 1024 * 1024, files: 20_000 }

/** How many bytes may still be unpacked. Archives inside an archive take from the same. */
export interface Budget {
  bytes: number
}

export const wholeBudget = (): Budget => ({ bytes: limits.bytes })

/** What of a chart says which values it knows, the charts inside it included. */
const isWanted = (path: string): boolean =>
  /(^|\/)(Chart\.yaml|requirements\.yaml|values\.yaml|values\.schema\.json)$|(^|\/)templates\/|^charts\/[^/]+\.tgz$/.test(
    path,
  )

/** Takes a chart's archive apart, in memory alone: whatever its paths say, nothing is written. */
export const unpack = async (
  archive: Uint8Array,
  budget = wholeBudget(),
): Promise<ChartFiles | { readonly refusal: string }> => {
  const tarball = uncompressed(archive, budget)
  if ('refusal' in tarball) return tarball
  const files = new Map<string, Uint8Array>()
  let strange: string | undefined
  let count = 0
  const onReadEntry = (entry: ReadEntry): void => {
    // Helm on Windows writes its own slashes.
    const path = entry.path.replaceAll('\\', '/').replace(/^\.\//, '')
    const [, own = ''] = /^[^/]+\/(.+)$/.exec(path) ?? []
    count += 1
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) strange ??= entry.path
    if (entry.type !== 'File' || !isWanted(own) || count > limits.files) {
      entry.resume()
      return
    }
    const parts: Uint8Array[] = []
    entry.on('data', (part) => parts.push(part))
    entry.on('end', () => files.set(own, Buffer.concat(parts)))
  }
  const failed = await parsed(tarball.bytes, onReadEntry)
  if (failed) return { refusal: 'is no archive that tar can read' }
  if (strange !== undefined) return { refusal: `holds a path that leads out of the chart: ${strange}` }
  return count > limits.files ? { refusal: `holds more than ${limits.files} files` } : files
}

const uncompressed = (
  archive: Uint8Array,
  budget: Budget,
): { readonly bytes: Buffer } | { readonly refusal: string } => {
  try {
    const bytes = gunzipSync(archive, { maxOutputLength: Math.max(budget.bytes, 1) })
    budget.bytes -= bytes.length
    return { bytes }
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return {
      refusal: isLarge ? `unpacks to more than ${limits.bytes / 1024 / 1024} MiB` : 'is no archive that gzip made',
    }
  }
}

const parsed = (bytes: Buffer, onReadEntry: (entry: ReadEntry) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const parser = new Parser({ strict: true, onReadEntry })
    parser.on('end', () => resolve(false))
    parser.on('error', () => resolve(true))
    parser.end(bytes)
  })
