import { parentPort } from 'node:worker_threads'
import { type Batch, claimed } from './batch.ts'
import { stager } from './stager.ts'
import { isSystemError } from './system-error.ts'
import type { Written } from './written.ts'

/** What the thread is told, after the folder to write to: files, unless the other thread was quicker; that no more come. */
export type Order = Batch | 'end'

/** What it answers in the end: what it wrote of each batch that it was told of, or what the system refused. */
export type Answer = { readonly written: readonly WrittenBatch[] } | { readonly refused: Refusal }

/** The files of a batch as they were written, in its order; undefined where the other thread was quicker. */
export type WrittenBatch = readonly Written[] | undefined

/** An error of the system without its stack, as one thread can tell it to another. */
type Refusal = Pick<NodeJS.ErrnoException, 'code' | 'message' | 'path' | 'syscall'>

// A thread of its own: it writes what is ready while the other one still renders what comes next.
parentPort?.once('message', (folder: string) => {
  const stage = stager(folder)
  const written: WrittenBatch[] = []
  const follow = (order: Order): void => {
    if (order === 'end') answer({ written })
    else written.push(claimed(order) ? order.files.map(([path, content]) => stage(path, content)) : undefined)
  }
  parentPort?.on('message', (order: Order) => {
    try {
      follow(order)
    } catch (error) {
      if (!isSystemError(error)) throw error
      const { code, message, path, syscall } = error
      answer({ refused: { code, message, path, syscall } })
    }
  })
})

const answer = (what: Answer): void => {
  parentPort?.postMessage(what)
  parentPort?.close()
}
