import type { File } from '../file.ts'

/** What a program knows of the files that it once gave a repository. */
export interface Given {
  /** Of the program: `0.1.0`. */
  readonly version: string
  /** Files that a new repository gets from it, as they are. */
  readonly files: readonly File[]
  /** The scripts of `package.json` that a new repository gets from it. */
  readonly scripts: Readonly<Record<string, string>>
}

/**
 * What the program of a repository tells the newer one, which goes on in a copy of the repository: what comes next, only
 * that one can know. It is all that two versions say to each other, so that fields may be added, and none may go.
 */
export interface Handover {
  /** The repository, absolute. */
  readonly root: string
  readonly from: Given
  /** The texts of `package.json` as it is, and as it is in the copy. */
  readonly packageJson: { readonly before: string; readonly after: string }
}

/** Where it stands in the copy. */
export const handoverFile = '.fleetwright-upgrade.json'
