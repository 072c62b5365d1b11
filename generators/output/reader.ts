import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSystemError } from './system-error.ts'

/**
 * The files that people keep in the tree and that checks look into, such as SOPS secrets, by path from the root.
 * Undefined where no readable file stands.
 */
export const readInputs = (root: string, paths: Iterable<string>): Map<string, string | undefined> =>
  new Map([...paths].map((path) => [path, readText(join(root, path))]))

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}
