import { git } from './git.ts'

/**
 * Reads files of a commit by the names of their blobs, many with one process. `load` says which are wanted; one that is
 * read unannounced brings all others with it, so that there is never a process a file.
 */
export const blobReader = (top: string, blobs: ReadonlyMap<string, string>) => {
  const texts = new Map<string, string>()
  const load = (paths: Iterable<string>): void => {
    const wanted = new Set<string>()
    for (const path of paths) {
      const blob = blobs.get(path)
      if (blob !== undefined && !texts.has(blob)) wanted.add(blob)
    }
    for (const [blob, text] of contentsOf(top, [...wanted])) texts.set(blob, text)
  }
  const read = (path: string): string => {
    const blob = blobs.get(path)
    if (blob === undefined) throw new Error(`no file ${path} in this state of the tree`)
    if (!texts.has(blob)) load(blobs.keys())
    return texts.get(blob)!
  }
  return { read, load }
}

/** The texts of blobs, in their order: git answers each with a line `blob size` and the bytes. */
const contentsOf = (top: string, blobs: readonly string[]): readonly (readonly [string, string])[] => {
  if (blobs.length === 0) return []
  // A character a byte, because git counts bytes.
  const answer = git(top, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n`, encoding: 'latin1' })
  if (!answer.ok) throw new Error(`git cannot read what it holds: ${answer.complaint}`)
  let at = 0
  return blobs.map((blob) => {
    const end = answer.output.indexOf('\n', at)
    const [, size] = / blob (\d+)$/.exec(answer.output.slice(at, end)) ?? []
    if (size === undefined) throw new Error(`git lacks ${blob}, which one of its commits names`)
    const begin = end + 1
    at = begin + Number(size) + 1
    return [blob, Buffer.from(answer.output.slice(begin, at - 1), 'latin1').toString('utf8')] as const
  })
}
