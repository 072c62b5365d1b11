import type { File } from '../file.ts'
import type { Problem } from '../problem.ts'
import { apply, type Origin } from './apply.ts'
import { alone, type LockOptions } from './lock.ts'
import { keep, openFolder, recall } from './memory.ts'
import { type Survey, type SurveyOptions, survey } from './survey.ts'
import { cannotWrite } from './system-error.ts'
import type { WorkTree } from './work-tree.ts'

export type WriteOptions = Omit<SurveyOptions, 'memory'> & Origin & LockOptions

/**
 * Makes the tree hold exactly the wanted files: waits for a render that runs, looks at the disk, replaces what differs,
 * prunes, remembers. Returns what it found; with any problem in it, nothing was written.
 */
export async function write(tree: WorkTree, files: Iterable<File>, options: WriteOptions): Promise<Survey> {
  try {
    openFolder(tree)
    return await alone(tree.folder, options, () => writeAlone(tree, files, options), refused)
  } catch (error) {
    return refused(cannotWrite(tree.root, error))
  }
}

function writeAlone(tree: WorkTree, files: Iterable<File>, options: WriteOptions): Survey {
  const memory = recall(tree)
  if (memory?.interrupted) keep(tree, memory)
  const found = survey(tree, files, { ...options, memory })
  return found.problems.length > 0 ? found : { ...found, problems: apply(tree, found, options) }
}

const refused = (problem: Problem): Survey => ({
  created: [],
  changed: [],
  pruned: [],
  unchanged: 0,
  problems: [problem],
  kept: {},
  vacated: new Set(),
})
