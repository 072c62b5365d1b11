import { compare, gt, lte } from 'semver'
import type { File } from '../file.ts'

/** A change of the words that fleets are written with. */
export interface Migration {
  /** The version that brought it: `0.2.0`. */
  readonly version: string
  /** What changed, and what to do about it where `rewrite` does not: a sentence without a full stop. */
  readonly changed: string
  /** Whether a program below `generators/` is written with the older words. */
  readonly concerns: (text: string) => boolean
  /** The same program in the newer words. Default: a person has to rewrite it. */
  readonly rewrite?: (text: string) => string
}

export interface Migrated {
  /** The programs that were rewritten, as they are then. */
  readonly files: readonly File[]
  /** What concerned any of them, the oldest first. */
  readonly changes: readonly Pick<Migration, 'changed' | 'version'>[]
}

/** Brings programs from the words of one version to those of a later one. */
export const migrate = (
  programs: readonly File[],
  { from, to }: { readonly from: string; readonly to: string },
  migrations: readonly Migration[],
): Migrated => {
  const due = migrations
    .filter(({ version }) => gt(version, from) && lte(version, to))
    .toSorted((one, other) => compare(one.version, other.version))
  let files = programs
  const changes: Pick<Migration, 'changed' | 'version'>[] = []
  for (const { version, changed, concerns, rewrite } of due) {
    const isConcerned = files.map(({ content }) => concerns(content))
    if (!isConcerned.includes(true)) continue
    changes.push({ version, changed })
    if (rewrite === undefined) continue
    files = files.map((file, index) => (isConcerned[index] ? { ...file, content: rewrite(file.content) } : file))
  }
  return { files: files.filter(({ content }, index) => content !== programs[index]?.content), changes }
}
