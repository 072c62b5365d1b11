import { readFileSync, type Stats } from 'node:fs'
import type { Memory } from './memory.ts'
import { hashOf, isSameFile, type Written } from './written.ts'

/** Whether the memory vouches for the content of a file that was not read. */
export const isVouchedFor = (stat: Stats, written: Written, memory: Memory): boolean =>
  isAsLeft(stat, written, memory) && !isRacy(written, memory.recordedAt)

/** The same, but reads the few files for which time is no proof. */
export const isUnchanged = (path: string, stat: Stats, written: Written, memory: Memory): boolean =>
  isAsLeft(stat, written, memory) && (!isRacy(written, memory.recordedAt) || hashOf(readFileSync(path)) === written[0])

/** A record to be noted anew without a look at the file. Where time was no proof before, it shall not become one. */
export const carried = (written: Written, recordedAt: number): Written => {
  const [hash, size, , ino] = written
  return isRacy(written, recordedAt) ? [hash, size, 0, ino] : written
}

const isAsLeft = (stat: Stats, written: Written, { finishedAt }: Memory): boolean =>
  isSameFile(stat, written) && stat.ctimeMs <= finishedAt

/** Written in the tick in which the note was taken, or later: another write in that tick would not show. Git's "racily clean". */
const isRacy = ([, , mtimeMs]: Written, recordedAt: number): boolean => mtimeMs >= recordedAt
