import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { glance } from './glance.ts'
import { carried } from './vouch.ts'
import type { WorkTree } from './work-tree.ts'
import { writeText } from './write-text.ts'
import { eachWritten, isSameFile, setWritten, type WrittenFiles } from './written.ts'

/** What one render tells the next. */
export interface Note {
  /** What the tree was made of, as the caller sums it up. */
  readonly fingerprint: string
  /** The hash of every file of people that was read, null where there was none. */
  readonly inputs: Readonly<Record<string, string | null>>
  readonly files: WrittenFiles
}

/** What is remembered of the last render. Times are those of the file system, in milliseconds. */
export interface Memory extends Note {
  /** When the note was taken. A file as new as this may have been written again in the same tick: only its content tells. */
  readonly recordedAt: number
  /** When the last file stood in its place. Whatever changed later was not us. */
  readonly finishedAt: number
  /** The last render did not come to its end, so nothing is known of the tree as a whole. */
  readonly interrupted: boolean
}

// The intent is written before the first file moves into place and becomes the memory after the last one did:
// so whatever a killed render wrote is known to be ours.
const memoryFile = ({ folder }: WorkTree): string => join(folder, 'memory.json')
const intentFile = ({ folder }: WorkTree): string => join(folder, 'intent.json')
const version = 1

/** The memory of a tree, undefined in a fresh clone. */
export function recall(tree: WorkTree): Memory | undefined {
  const memory = load(memoryFile(tree))
  const intent = load(intentFile(tree))
  return intent === undefined ? memory : reconcile(tree.root, memory, intent)
}

/** Notes what is about to be written. */
export function intend(tree: WorkTree, note: Note): void {
  writeText(intentFile(tree), JSON.stringify({ version, ...note }))
}

/** All of it was written. */
export function remember(tree: WorkTree): void {
  renameSync(intentFile(tree), memoryFile(tree))
}

/** Keeps what became of an intent, before another one is noted. */
export function keep(tree: WorkTree, { fingerprint, inputs, files }: Memory): void {
  const draft = join(tree.folder, 'draft.json')
  writeText(draft, JSON.stringify({ version, fingerprint, inputs, files } satisfies Note & { version: number }))
  renameSync(draft, memoryFile(tree))
  rmSync(intentFile(tree))
}

/** Creates the folder of the memory. In a root without git it hides from the git that may come. */
export function openFolder({ folder, repository }: WorkTree): void {
  mkdirSync(folder, { recursive: true })
  if (repository === undefined) writeText(join(folder, '.gitignore'), '*\n')
}

/** What a killed render left: the files it had moved into place, and all others as they were remembered. */
function reconcile(root: string, memory: Memory | undefined, intent: Memory): Memory {
  const files: WrittenFiles = {}
  if (memory !== undefined)
    for (const [path, written] of eachWritten(memory.files))
      setWritten(files, path, carried(written, memory.recordedAt))
  for (const [path, written] of eachWritten(intent.files)) {
    const stat = glance(`${root}/${path}`)
    if (stat !== undefined && isSameFile(stat, written)) setWritten(files, path, carried(written, intent.recordedAt))
  }
  return { fingerprint: '', inputs: {}, files, recordedAt: Infinity, finishedAt: Infinity, interrupted: true }
}

/** A note that cannot be read was half written or is not ours: as good as none. */
function load(path: string): Memory | undefined {
  try {
    const { mtimeMs, ctimeMs } = statSync(path)
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note & { readonly version: number }
    if (note.version !== version) return undefined
    return { ...note, recordedAt: mtimeMs, finishedAt: ctimeMs, interrupted: false }
  } catch {
    return undefined
  }
}
