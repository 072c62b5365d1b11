import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSystemError } from './system-error.ts'

/**
 * The files that people keep in the tree and that checks look into, such as SOPS secrets, by path from the root.
 * Undefined where no readable file stands.
 */
export const readInputs = (root: string, paths: Iterable<string>): Map<string, string | undefined> =>
  new Map([...paths].map((path) => [path, readText(root, path)]))

/** The text of a file, undefined where no readable file stands. */
export function readText(root: string, path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}
