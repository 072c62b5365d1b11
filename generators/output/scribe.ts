import { lstatSync, mkdirSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { directoryOf } from './directory.ts'
import { isSystemError } from './system-error.ts'
import { writeText } from './write-text.ts'
import { hashOf, type Written, writtenAs } from './written.ts'

/** What the thread is told: files to write, as pairs of path and content, and that no more will come. */
export type Order = readonly (readonly [path: string, content: string])[] | 'end'

/** What it answers in the end: every file as it was written, or what the system refused. */
export type Answer =
  | { readonly written: readonly (readonly [path: string, written: Written])[] }
  | { readonly refused: Refusal }

/** An error of the system without its stack, as one thread can tell it to another. */
type Refusal = Pick<NodeJS.ErrnoException, 'code' | 'message' | 'path' | 'syscall'>

// A thread of its own: it writes what is ready while the other one still renders what comes next.
const folder: string = workerData
const made = new Set<string>()
const written: (readonly [string, Written])[] = []

parentPort?.on('message', (order: Order) => {
  try {
    if (order === 'end') answer({ written })
    else for (const [path, content] of order) write(path, content)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const { code, message, path, syscall } = error
    answer({ refused: { code, message, path, syscall } })
  }
})

const write = (path: string, content: string): void => {
  const directory = directoryOf(path)
  if (!made.has(directory)) mkdirSync(`${folder}/${directory}`, { recursive: true })
  made.add(directory)
  writeText(`${folder}/${path}`, content)
  written.push([path, writtenAs(hashOf(content), lstatSync(`${folder}/${path}`))])
}

const answer = (what: Answer): void => {
  parentPort?.postMessage(what)
  parentPort?.close()
}
