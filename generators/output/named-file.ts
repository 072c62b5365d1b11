import { resolve } from 'node:path'
import type { Problem } from '../problem.ts'
import { isSystemError } from './system-error.ts'
import { writeText } from './write-text.ts'

/** Writes a text to the file that a person named, with `wx` only a new one, or says why that cannot be. */
export const writeNamed = (file: string, text: string, flag?: 'w' | 'wx'): readonly Problem[] => {
  try {
    writeText(resolve(file), text, flag)
    return []
  } catch (error) {
    if (!isSystemError(error)) throw error
    const reason = `${file} cannot be written: ${error.code === 'ENOENT' ? 'there is no such folder' : error.message}`
    return [{ rule: 'cannot-write', place: [], file, reason, fix: 'name a file that can be written' }]
  }
}
