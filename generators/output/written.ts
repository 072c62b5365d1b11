import { hash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { directoryOf, nameOf } from './directory.ts'

/** A file as we wrote it: its content's hash, and what tells from one lstat that nobody wrote it since. */
export type Written = readonly [hash: string, size: number, mtimeMs: number, ino: number]

/** Files as we wrote them, by directory and then by name. A directory without any is one of which we only know that it exists. */
export type WrittenFiles = Record<string, Record<string, Written>>

/** Text is hashed as the UTF-8 that a write makes of it. */
export const hashOf = (content: string | NodeJS.ArrayBufferView): string => hash('sha256', content, 'base64url')

/** What is remembered of a file of people: null where there is none. */
export const inputHash = (content: string | undefined): string | null =>
  content === undefined ? null : hashOf(content)

export const writtenAs = (contentHash: string, { size, mtimeMs, ino }: Stats): Written => [
  contentHash,
  size,
  mtimeMs,
  ino,
]

/** Whether the file still has the size, time and inode it had. A rename changes none of them. */
export const isSameFile = (stat: Stats, [, size, mtimeMs, ino]: Written): boolean =>
  stat.mtimeMs === mtimeMs && stat.size === size && stat.ino === ino

export const writtenAt = (files: WrittenFiles, path: string): Written | undefined =>
  files[directoryOf(path)]?.[nameOf(path)]

export function setWritten(files: WrittenFiles, path: string, written: Written): void {
  const directory = directoryOf(path)
  files[directory] ??= {}
  files[directory][nameOf(path)] = written
}

/** Every file with its path. */
export function* eachWritten(files: WrittenFiles): Generator<readonly [path: string, Written]> {
  for (const [directory, names] of Object.entries(files))
    for (const [name, written] of Object.entries(names)) yield [`${directory}/${name}`, written]
}

/** Every file's path. */
export function* pathsWritten(files: WrittenFiles): Generator<string> {
  for (const [path] of eachWritten(files)) yield path
}

/** How many files there are. */
export const countWritten = (files: WrittenFiles): number =>
  Object.values(files).reduce((count, names) => count + Object.keys(names).length, 0)

/** Both together, where no file is in both. */
export function merged(some: WrittenFiles, others: WrittenFiles): WrittenFiles {
  const all = { ...some }
  for (const [directory, names] of Object.entries(others))
    all[directory] = directory in some ? { ...some[directory], ...names } : names
  return all
}
