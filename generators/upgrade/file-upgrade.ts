import type { File } from '../file.ts'
import { unified } from '../review/unified.ts'

/** What becomes of a file of a person's. */
export interface FileUpgrade {
  readonly path: string
  /** `keep` is for a file that somebody edited, or that stands in the way. */
  readonly does: 'add' | 'change' | 'keep' | 'remove'
  /** What it holds then. Undefined where it is gone. */
  readonly content: string | undefined
  /** What the newer version changes about it, in unified form; of a file that is kept, what it would change. */
  readonly difference: string
}

/** The text of a file in a repository, undefined where there is none. */
export type Standing = (path: string) => string | undefined

/**
 * What becomes of the files that an older program gave a repository, and a newer one would give it. One that stands as it was
 * given is ours to bring up to date; one that was edited, and one that was removed, is a person's.
 */
export const fileUpgrades = (
  standing: Standing,
  given: { readonly before: readonly File[]; readonly after: readonly File[] },
): readonly FileUpgrade[] => {
  const before = new Map(given.before.map(({ path, content }) => [path, content]))
  const after = new Map(given.after.map(({ path, content }) => [path, content]))
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((path) => {
    const upgrade = fileUpgrade(standing(path), before.get(path), after.get(path))
    return upgrade === undefined ? [] : [{ path, ...upgrade }]
  })
}

type Text = string | undefined

const fileUpgrade = (now: Text, before: Text, after: Text): Omit<FileUpgrade, 'path'> | undefined => {
  if (now === after || (now === undefined && before !== undefined)) return undefined
  if (now !== before) {
    // Where nothing was given before, what stands there now is all that it can be compared with.
    return { does: 'keep', content: now, difference: unified(before ?? now ?? '', after ?? '') }
  }
  const does = before === undefined ? 'add' : after === undefined ? 'remove' : 'change'
  return { does, content: after, difference: unified(before ?? '', after ?? '', 0) }
}
