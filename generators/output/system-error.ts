import { relative } from 'node:path'
import type { Problem } from '../problem.ts'
import { topFolders } from './work-tree.ts'

const explanations: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  EACCES: ['permission is denied', 'give the user who renders permission to it'],
  EPERM: ['the system does not permit it', 'see whether the file or its folder is locked or immutable'],
  EROFS: ['the file system is read-only', 'mount it writable, or render elsewhere'],
  ENOSPC: ['no space is left on the disk', 'free some space and render again'],
  EDQUOT: ['the disk quota is used up', 'free some space and render again'],
  EFBIG: ['the file would be larger than the limit', 'raise the limit for the size of a file (ulimit -f)'],
  EXDEV: [
    'its folder is on another file system',
    'keep clusters, apps and infrastructure on the file system of their root',
  ],
  ENOENT: ['it vanished while rendering', 'render again'],
  ENOTEMPTY: ['a folder appeared there while rendering', 'render again'],
  EMFILE: ['too many files are open', 'raise the limit of open files (ulimit -n)'],
}

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'

/** What the system refused, as a problem. Anything but a refusal of the system is a mistake of ours and is thrown on. */
const refusal = (rule: 'cannot-read' | 'cannot-write', root: string, error: unknown): Problem => {
  if (!isSystemError(error)) throw error
  const file = pathOf(error, root)
  const path = file === '.' ? 'the root of the repository' : file
  const [reason, fix] = explanations[error.code ?? ''] ?? [error.message, 'remove the cause and render again']
  const done = rule === 'cannot-read' ? 'read' : 'written'
  return { rule, place: [], file, reason: `${path} cannot be ${done}: ${reason}`, fix }
}

/** Of the two ends of a rename, the one in the tree: the other is where files wait. */
const pathOf = (error: NodeJS.ErrnoException, root: string): string => {
  const { path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string }
  const ends = [dest, path].flatMap((end) => (end === undefined ? [] : [relative(root, end) || '.']))
  return ends.find((end) => topFolders.some((folder) => end.startsWith(`${folder}/`))) ?? ends[0] ?? '.'
}

export const cannotRead = (root: string, error: unknown): Problem => refusal('cannot-read', root, error)
export const cannotWrite = (root: string, error: unknown): Problem => refusal('cannot-write', root, error)
