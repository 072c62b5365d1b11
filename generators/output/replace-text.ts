import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../problem.ts'
import { openFolder } from './memory.ts'
import { swap } from './swap.ts'
import { cannotWrite } from './system-error.ts'
import { stagingFolder, type WorkTree } from './work-tree.ts'
import { writeText } from './write-text.ts'

/** A file of a person's that was replaced and may be put back. One of the two must be called. */
export interface Replaced {
  readonly keep: () => void
  readonly putBack: () => void
}

/**
 * Replaces the text of a file that a person owns, all at once: whatever happens, it is old or new. Refused when it is not
 * what the caller read any more.
 */
export function replaceText(tree: WorkTree, path: string, from: string, to: string): Replaced | Problem {
  try {
    const file = realpathSync(join(tree.root, path))
    if (readFileSync(file, 'utf8') !== from) return changedMeanwhile(path)
    openFolder(tree)
    const beside = dirname(stagingFolder(tree))
    const arriving = join(beside, '.fleetwright-arriving')
    const replaced = join(beside, '.fleetwright-replaced')
    rmSync(replaced, { force: true })
    writeText(arriving, to)
    chmodSync(arriving, statSync(file).mode)
    swap([{ from: arriving, to: file, backup: replaced }])
    return { keep: () => rmSync(replaced, { force: true }), putBack: () => renameSync(replaced, file) }
  } catch (error) {
    return cannotWrite(tree.root, error)
  }
}

const changedMeanwhile = (path: string): Problem => ({
  rule: 'changed-meanwhile',
  place: [],
  file: path,
  reason: `${path} changed while we worked`,
  fix: 'try again',
})
