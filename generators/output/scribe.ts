import { parentPort, workerData } from 'node:worker_threads'
import { type Batch, claimed } from './batch.ts'
import { stager } from './stager.ts'
import { isSystemError } from './system-error.ts'
import type { Written } from './written.ts'

/** What the thread is told: files to write, unless the other thread was quicker; and that no more will come. */
export type Order = Batch | 'end'

/** What it answers in the end: every file as it was written, or what the system refused. */
export type Answer =
  | { readonly written: readonly (readonly [path: string, written: Written])[] }
  | { readonly refused: Refusal }

/** An error of the system without its stack, as one thread can tell it to another. */
type Refusal = Pick<NodeJS.ErrnoException, 'code' | 'message' | 'path' | 'syscall'>

// A thread of its own: it writes what is ready while the other one still renders what comes next.
const stage = stager(workerData)
const written: (readonly [string, Written])[] = []

parentPort?.on('message', (order: Order) => {
  try {
    if (order === 'end') answer({ written })
    else if (claimed(order)) for (const [path, content] of order.files) written.push([path, stage(path, content)])
  } catch (error) {
    if (!isSystemError(error)) throw error
    const { code, message, path, syscall } = error
    answer({ refused: { code, message, path, syscall } })
  }
})

const answer = (what: Answer): void => {
  parentPort?.postMessage(what)
  parentPort?.close()
}
