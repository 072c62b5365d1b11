import { list, type ReadEntry } from 'tar'

/** What a package says of itself. */
export interface PackageIdentity {
  readonly name: string
  readonly version: string
}

/** Looks into a file that npm packed. Undefined where it is none. */
export const packedPackage = async (file: string): Promise<PackageIdentity | undefined> => {
  const parts: Uint8Array[] = []
  const onReadEntry = (entry: ReadEntry): void => {
    entry.on('data', (part) => parts.push(part))
  }
  try {
    // npm calls the folder package/, others by other names.
    await list({ file, strict: true, filter: (path) => /^[^/]+\/package\.json$/.test(path), onReadEntry })
    const { name, version } = JSON.parse(Buffer.concat(parts).toString())
    return typeof name === 'string' && typeof version === 'string' ? { name, version } : undefined
  } catch {
    return undefined
  }
}
