import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { File } from '../file.ts'
import { type Batch, batchOf, claimed } from './batch.ts'
import { directoryOf } from './directory.ts'
import type { Answer, Order } from './scribe.ts'
import { newDirectories } from './stage.ts'
import { stager } from './stager.ts'
import { isRenderable } from './territory.ts'
import type { Written } from './written.ts'

/** Files that were staged before it was known which are wanted. */
export type StagedAhead = ReadonlyMap<string, Written>

/** Stages files that will surely be new while the render goes on. Nothing of it counts until the survey says so. */
export interface WriteAhead {
  readonly offer: (file: File) => void
  /** Stages what is left, both threads together. Throws what the system refused. */
  readonly finish: () => Promise<StagedAhead>
  readonly abandon: () => Promise<void>
}

/** Files that one thread writes before it looks what the other one left. */
const batchSize = 100
/** A second thread is worth its start only when there are this many batches. */
const worthwhile = 4

export interface AheadOptions {
  /** The compiled program of the thread. Without it nothing is staged ahead. */
  readonly scribe: string | undefined
  /** Opens the folder to stage in; asked only when there is something to stage. */
  readonly folder: () => string
  /** Whether so many new files will surely come that the thread may start at once. Default `false`. */
  readonly isLarge?: boolean
}

export const writeAhead = (root: string, { scribe, folder, isLarge = false }: AheadOptions): WriteAhead => {
  const topmostNew = newDirectories(root)
  const batches: Batch[] = []
  let waiting: (readonly [string, string])[] = []
  let thread = scribe !== undefined && isLarge ? started(scribe, folder(), batches) : undefined
  const close = (): void => {
    const batch = batchOf(waiting)
    batches.push(batch)
    thread?.worker.postMessage(batch satisfies Order)
    waiting = []
  }
  return {
    offer: ({ path, content }) => {
      // What may not be rendered at all is the survey's to tell.
      if (scribe === undefined || !isRenderable(path) || topmostNew(directoryOf(path)) === undefined) return
      waiting.push([path, content])
      if (waiting.length === batchSize) close()
      if (thread === undefined && batches.length === worthwhile) thread = started(scribe, folder(), batches)
    },
    finish: async () => {
      if (thread === undefined) return new Map()
      close()
      // The thread works from the first batch on, so this one does from the last, until they meet.
      const stage = stager(thread.folder)
      const staged = new Map<string, Written>()
      for (const batch of batches.toReversed()) {
        if (!claimed(batch)) break
        for (const [path, content] of batch.files) staged.set(path, stage(path, content))
      }
      const written = await theirs(thread)
      batches.forEach(({ files }, index) => {
        written[index]?.forEach((one, position) => {
          staged.set(files[position]![0], one)
        })
      })
      return staged
    },
    abandon: async () => {
      await thread?.worker.terminate()
    },
  }
}

interface Thread {
  readonly worker: Worker
  readonly folder: string
  readonly answer: Promise<Answer>
}

const started = (scribe: string, folder: string, batches: readonly Batch[]): Thread => {
  const worker = new Worker(scribe, { workerData: folder })
  for (const batch of batches) worker.postMessage(batch satisfies Order)
  const answer = once(worker, 'message').then(([said]) => said as Answer)
  // It may fail before anybody waits for it.
  answer.catch(() => undefined)
  return { worker, folder, answer }
}

/** What the thread wrote. Throws what the system refused to it. */
const theirs = async ({ worker, answer }: Thread) => {
  worker.postMessage('end' satisfies Order)
  const said = await answer
  if ('refused' in said) throw Object.assign(new Error(said.refused.message), said.refused)
  return said.written
}
