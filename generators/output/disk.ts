import { type Dirent, readdirSync } from 'node:fs'
import type { Problem } from '../problem.ts'
import { directoryOf, nameOf } from './directory.ts'
import { cannotRead } from './system-error.ts'
import { isFluxSystem, topFolders } from './work-tree.ts'

export type Kind = 'file' | 'directory' | 'symbolic link' | 'special file'

/** What stands in a directory by name, or why it is no directory that we may enter. */
export type Listing = ReadonlyMap<string, Kind> | Problem

/** The directories below a root, each read when first asked for and never again. */
export type Disk = (directory: string) => Listing

/** What an absent directory holds. */
const nothing: Listing = new Map()

export function lookAround(root: string): Disk {
  const listings = new Map<string, Listing>()
  const list = (directory: string): Listing => {
    const known = listings.get(directory)
    if (known !== undefined) return known
    const listing = directory === '' ? read(root, directory) : enter(directory, list(directoryOf(directory)))
    listings.set(directory, listing)
    return listing
  }
  const enter = (directory: string, parent: Listing): Listing => {
    if (isProblem(parent)) return parent
    const kind = parent.get(nameOf(directory))
    if (kind === undefined) return nothing
    return kind === 'directory' ? read(root, directory) : inTheWay(directory, kind)
  }
  return list
}

export interface Standing {
  readonly path: string
  readonly kind: Kind
}

/** All that stands in our folders, and they themselves. Links are not followed, Flux's own folders left out. */
export function* walk(disk: Disk): Generator<Standing> {
  for (const folder of topFolders) yield* walkFrom(disk, folder)
}

function* walkFrom(disk: Disk, directory: string): Generator<Standing> {
  const listing = disk(directory)
  // A directory that we may not enter, or that is none, holds nothing that we wrote.
  if (isProblem(listing) || listing === nothing) return
  yield { path: directory, kind: 'directory' }
  for (const [name, kind] of listing) {
    const path = `${directory}/${name}`
    if (isFluxSystem(path)) continue
    if (kind === 'directory') yield* walkFrom(disk, path)
    else yield { path, kind }
  }
}

export const isProblem = (listing: Listing): listing is Problem => 'rule' in listing

/** Something stands where something else is wanted. */
export const inTheWay = (path: string, kind: Kind): Problem => notOurs(path, `a ${kind} stands at ${path}`)

/** A file stands there that we did not write. */
export const foreign = (path: string): Problem =>
  notOurs(
    path,
    path.endsWith('.json')
      ? `${path} is not ours: no kustomization of ours lists it`
      : `${path} is not ours: it does not carry our header`,
  )

const notOurs = (file: string, reason: string): Problem => ({
  rule: 'file-in-the-way',
  place: [],
  file,
  reason,
  fix: 'move it away',
})

function read(root: string, directory: string): Listing {
  try {
    const entries = readdirSync(`${root}/${directory}`, { withFileTypes: true })
    return new Map(entries.map((entry) => [entry.name, kindOf(entry)]))
  } catch (error) {
    return cannotRead(root, error)
  }
}

function kindOf(entry: Dirent): Kind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'directory'
  return entry.isSymbolicLink() ? 'symbolic link' : 'special file'
}
