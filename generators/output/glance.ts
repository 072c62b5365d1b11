import { lstatSync, type Stats } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** What stands at an absolute path, links not followed; undefined for nothing. Throws what else the system refuses. */
export function glance(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOTDIR') return undefined
    throw error
  }
}
