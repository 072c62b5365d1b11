import { writeFileSync } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** Writes a file. Unlike Node's own, the refusal of a full disk names the path. */
export function writeText(path: string, content: string): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    if (isSystemError(error)) error.path ??= path
    throw error
  }
}
