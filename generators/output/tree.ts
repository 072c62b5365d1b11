import { rmSync } from 'node:fs'
import type { Run } from '../file.ts'
import type { Problem } from '../problem.ts'
import { apply, arrivals, type Origin, openStaging } from './apply.ts'
import { alone, type LockOptions } from './lock.ts'
import { keep, openFolder, recall } from './memory.ts'
import type { ScribeThread } from './scribe-thread.ts'
import { type Survey, type SurveyOptions, survey } from './survey.ts'
import { cannotWrite } from './system-error.ts'
import type { WorkTree } from './work-tree.ts'
import { writeAhead } from './write-ahead.ts'

export interface WriteOptions extends Omit<SurveyOptions, 'memory'>, Origin, LockOptions {
  /** Asked when all files are there: with any problem, nothing is written. */
  readonly veto?: () => readonly Problem[]
  /** A second thread, or its compiled program, which stages many new files while others are still being rendered. */
  readonly scribe?: ScribeThread | string | undefined
}

/**
 * Makes the tree hold exactly the wanted files: waits for a render that runs, looks at the disk, replaces what differs,
 * prunes, remembers. Returns what it found; with any problem in it, nothing was written.
 */
export async function write(tree: WorkTree, runs: Iterable<Run>, options: WriteOptions): Promise<Survey> {
  try {
    openFolder(tree)
    return await alone(
      tree.folder,
      options,
      () => writeAlone(tree, runs, options),
      (problem) => refused([problem]),
    )
  } catch (error) {
    return refused([cannotWrite(tree.root, error)])
  }
}

async function writeAlone(tree: WorkTree, runs: Iterable<Run>, options: WriteOptions): Promise<Survey> {
  const memory = recall(tree)
  if (memory?.interrupted) keep(tree, memory)
  let staging: string | undefined
  const folder = (): string => {
    staging = openStaging(tree)
    return arrivals(staging)
  }
  const ahead = writeAhead(tree.root, { scribe: options.scribe, folder })
  try {
    const wanted: Run[] = []
    for (const run of runs) {
      wanted.push(run)
      ahead.offer(run)
    }
    const vetoes = options.veto?.() ?? []
    if (vetoes.length > 0) return refused(vetoes)
    const found = survey(tree, wanted, { ...options, memory })
    if (found.problems.length > 0) return found
    const staged = await ahead.finish()
    const problems = apply(tree, found, options, staging === undefined ? undefined : { staging, ahead: staged })
    return { ...found, problems }
  } finally {
    await ahead.abandon()
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true })
  }
}

const refused = (problems: readonly Problem[]): Survey => ({
  created: [],
  changed: [],
  pruned: [],
  unchanged: 0,
  problems,
  kept: {},
  vacated: new Set(),
})
