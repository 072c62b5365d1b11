import { writeFileSync } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** Writes a file; with `wx` only a new one. Unlike Node's own, the refusal of a full disk names the path. */
export function writeText(path: string, content: string, flag: 'w' | 'wx' = 'w'): void {
  try {
    writeFileSync(path, content, { flag })
  } catch (error) {
    if (isSystemError(error)) error.path ??= path
    throw error
  }
}
