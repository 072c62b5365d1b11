import { createHash } from 'node:crypto'

/** The digest of some bytes, as registries write it. */
export const sha256 = (body: Uint8Array): string => `sha256:${createHash('sha256').update(body).digest('hex')}`

/** Whether something is a digest as registries write them. */
export const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(value)
