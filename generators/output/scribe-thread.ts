import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Batch } from './batch.ts'
import type { Answer, Order } from './scribe.ts'

/** The second thread. It does nothing until it is told where to write. */
export interface ScribeThread {
  /** Tells it the folder to write to, an empty one. */
  readonly open: (folder: string) => void
  readonly take: (batch: Batch) => void
  /** Tells it that no more comes, and waits for what it wrote or was refused. */
  readonly finish: () => Promise<Answer>
  readonly end: () => Promise<unknown>
}

/** Starts the thread by its compiled program: `generators/output/scribe.ts`. */
export const startScribe = (program: string): ScribeThread => {
  const worker = new Worker(program)
  const answer = once(worker, 'message').then(([said]) => said as Answer)
  // It may fail before anybody waits for it.
  answer.catch(() => undefined)
  const tell = (order: Order): void => worker.postMessage(order)
  return {
    open: (folder) => worker.postMessage(folder),
    take: tell,
    finish: () => {
      tell('end')
      return answer
    },
    end: () => worker.terminate(),
  }
}
