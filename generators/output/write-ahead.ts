import type { Run } from '../file.ts'
import { type Batch, batchOf, claimed } from './batch.ts'
import { type ScribeThread, startScribe } from './scribe-thread.ts'
import { newDirectories } from './stage.ts'
import { stager } from './stager.ts'
import { isIn, isRenderable } from './territory.ts'
import type { Written } from './written.ts'

/** Files that were staged before it was known which are wanted. */
export type StagedAhead = ReadonlyMap<string, Written>

/** Stages files that will surely be new while the render goes on. Nothing of it counts until the survey says so. */
export interface WriteAhead {
  readonly offer: (run: Run) => void
  /** Stages what is left, both threads together. Throws what the system refused. */
  readonly finish: () => Promise<StagedAhead>
  readonly abandon: () => Promise<void>
}

/** So many files, or a few more, one thread writes before it looks what the other one left. */
const batchSize = 100
/** A second thread is worth its start only when there are this many batches. */
const worthwhile = 4

export interface AheadOptions {
  /** The thread, or its compiled program, to be started when it is worth it. Without either nothing is staged ahead. */
  readonly scribe: ScribeThread | string | undefined
  /** Opens the folder to stage in; asked only when there is something to stage. */
  readonly folder: () => string
}

export const writeAhead = (root: string, { scribe, folder }: AheadOptions): WriteAhead => {
  const topmostNew = newDirectories(root)
  const batches: Batch[] = []
  let waiting: (readonly [string, string])[] = []
  let opened: Opened | undefined
  const close = (): void => {
    const batch = batchOf(waiting)
    batches.push(batch)
    waiting = []
    if (opened !== undefined) opened.thread.take(batch)
    else if (typeof scribe === 'object' || batches.length === worthwhile) opened = open(scribe!, folder(), batches)
  }
  return {
    offer: ({ directory, files }) => {
      if (scribe === undefined || topmostNew(directory) === undefined) return
      for (const { path, content } of files) {
        // What may not be rendered at all is the survey's to tell.
        if (isIn(path, directory) && isRenderable(path)) waiting.push([path, content])
      }
      if (waiting.length >= batchSize) close()
    },
    finish: async () => {
      if (opened === undefined) return new Map()
      close()
      // The thread works from the first batch on, so this one does from the last, until they meet.
      const stage = stager(opened.folder)
      const staged = new Map<string, Written>()
      for (const batch of batches.toReversed()) {
        if (!claimed(batch)) break
        for (const [path, content] of batch.files) staged.set(path, stage(path, content))
      }
      const written = await theirs(opened.thread)
      batches.forEach(({ files }, index) => {
        written[index]?.forEach((one, position) => {
          staged.set(files[position]![0], one)
        })
      })
      return staged
    },
    abandon: async () => {
      await opened?.thread.end()
    },
  }
}

interface Opened {
  readonly thread: ScribeThread
  readonly folder: string
}

const open = (scribe: ScribeThread | string, folder: string, batches: readonly Batch[]): Opened => {
  const thread = typeof scribe === 'string' ? startScribe(scribe) : scribe
  thread.open(folder)
  for (const batch of batches) thread.take(batch)
  return { thread, folder }
}

/** What the thread wrote. Throws what the system refused to it. */
const theirs = async (thread: ScribeThread) => {
  const said = await thread.finish()
  if ('refused' in said) throw Object.assign(new Error(said.refused.message), said.refused)
  return said.written
}
