import { lstatSync, readFileSync } from 'node:fs'
import type { File, Run } from '../file.ts'
import type { Problem } from '../problem.ts'
import { nameOf } from './directory.ts'
import { type Disk, foreign, inTheWay, isProblem } from './disk.ts'
import type { Memory } from './memory.ts'
import { isOursOnDisk } from './ownership.ts'
import { cannotRead } from './system-error.ts'
import { isVouchedFor } from './vouch.ts'
import { hashOf, type Written, writtenAs, writtenAt } from './written.ts'

/** What is known of a path once the disk was looked at. */
export type Finding = Absent | Same | Outdated | Refused

export interface Absent extends File {
  readonly is: 'absent'
}

export interface Same {
  readonly is: 'same'
  readonly path: string
  readonly seen: Written
}

/** A file of ours that stands where another content, or none, is wanted. */
export interface Outdated {
  readonly is: 'outdated'
  readonly path: string
  /** Undefined where nothing is wanted. */
  readonly content: string | undefined
  /** The file as it stood when we looked. */
  readonly seen: Written
  /** Whether it is not what we wrote last, as far as we remember, so that somebody may have edited it. */
  readonly isDoubtful: boolean
}

export interface Refused {
  readonly is: 'refused'
  readonly problem: Problem
}

export interface Scene {
  readonly root: string
  readonly disk: Disk
  readonly memory: Memory | undefined
}

/** Looks at the paths of a directory where files are wanted. */
export function findWanted(scene: Scene, { directory, files }: Run): readonly Finding[] {
  const listing = scene.disk(directory)
  if (isProblem(listing)) return files.map(() => refused(listing))
  return files.map(({ path, content }): Finding => {
    const kind = listing.get(nameOf(path))
    if (kind === undefined) return { is: 'absent', path, content }
    if (kind !== 'file') return refused(inTheWay(path, kind))
    try {
      return find(scene, path, content) ?? refused(foreign(path))
    } catch (error) {
      return refused(cannotRead(scene.root, error))
    }
  })
}

/** Looks at a file that is not wanted. Empty where it is no business of ours. */
export function findUnwanted(scene: Scene, path: string): Finding[] {
  const isRemembered = scene.memory !== undefined && writtenAt(scene.memory.files, path) !== undefined
  try {
    const finding = isRemembered || isOursOnDisk(scene.root, path) ? find(scene, path, undefined) : undefined
    return finding === undefined ? [] : [finding]
  } catch (error) {
    const problem = cannotRead(scene.root, error)
    return isRemembered ? [refused(problem)] : []
  }
}

/** Compares a file with what we remember and with what is wanted. Undefined where the file is not ours. */
function find({ root, memory }: Scene, path: string, content: string | undefined): Same | Outdated | undefined {
  const last = memory && writtenAt(memory.files, path)
  const seen = look(`${root}/${path}`, last, memory)
  if (content !== undefined && seen[0] === hashOf(content)) return { is: 'same', path, seen }
  const isDoubtful = seen[0] !== last?.[0]
  return isDoubtful && !isOursOnDisk(root, path) ? undefined : { is: 'outdated', path, content, seen, isDoubtful }
}

/** The file as it stands. Its content is read only where memory cannot vouch for it. */
function look(path: string, last: Written | undefined, memory: Memory | undefined): Written {
  const stat = lstatSync(path)
  return last && memory && isVouchedFor(stat, last, memory) ? last : writtenAs(hashOf(readFileSync(path)), stat)
}

const refused = (problem: Problem): Refused => ({ is: 'refused', problem })
