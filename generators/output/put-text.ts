import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../problem.ts'
import { cannotWrite } from './system-error.ts'
import { writeText } from './write-text.ts'

/** Writes a file outside of the tree that is rendered, all at once: whatever happens, it is old or new. */
export const putText = (root: string, path: string, content: string): Problem | undefined => {
  const file = join(root, path)
  const arriving = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeText(arriving, content)
    renameSync(arriving, file)
    return undefined
  } catch (error) {
    rmSync(arriving, { force: true })
    return cannotWrite(root, error)
  }
}
