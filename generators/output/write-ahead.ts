import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { File } from '../file.ts'
import { directoryOf } from './directory.ts'
import type { Answer, Order } from './scribe.ts'
import { newDirectories } from './stage.ts'
import { isRenderable } from './territory.ts'
import type { Written } from './written.ts'

/** Files that were staged while others were still being rendered. */
export type StagedAhead = ReadonlyMap<string, Written>

/** Stages files that will surely be new while the render goes on. Nothing of it counts until the survey says so. */
export interface WriteAhead {
  readonly offer: (file: File) => void
  /** Throws what the system refused. */
  readonly finish: () => Promise<StagedAhead>
  readonly abandon: () => Promise<void>
}

/** A second thread is worth its start only when it has this much to do. */
const worthwhile = 1000
const batchSize = 200

/**
 * @param scribe the compiled program of the thread. Without it nothing is staged ahead.
 * @param folder opens the folder to stage in; asked only when there is something to stage.
 */
export const writeAhead = (root: string, scribe: string | undefined, folder: () => string): WriteAhead => {
  const topmostNew = newDirectories(root)
  let waiting: (readonly [string, string])[] = []
  let thread: Worker | undefined
  const send = (order: Order): void => {
    thread ??= new Worker(scribe as string, { workerData: folder() })
    thread.postMessage(order)
    waiting = []
  }
  return {
    offer: ({ path, content }) => {
      // What may not be rendered at all is the survey's to tell.
      if (scribe === undefined || !isRenderable(path) || topmostNew(directoryOf(path)) === undefined) return
      waiting.push([path, content])
      if (waiting.length >= (thread === undefined ? worthwhile : batchSize)) send(waiting)
    },
    finish: async () => {
      if (thread === undefined) return new Map()
      send(waiting)
      send('end')
      const [answer]: [Answer] = (await once(thread, 'message')) as [Answer]
      if ('refused' in answer) throw Object.assign(new Error(answer.refused.message), answer.refused)
      return new Map(answer.written)
    },
    abandon: async () => {
      await thread?.terminate()
    },
  }
}
