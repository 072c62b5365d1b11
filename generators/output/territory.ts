import type { File } from '../file.ts'
import { ancestry, directoryOf } from './directory.ts'
import { isFluxSystem, topFolders } from './work-tree.ts'

/** The files by path. Throws where they claim what is not ours to claim, or twice: the layout made a mistake then. */
export function claim(files: Iterable<File>): Map<string, File> {
  const claims = new Map<string, File>()
  for (const file of files) {
    if (!isRenderable(file.path)) throw new Error(`nothing may be rendered to ${file.path}`)
    if (claims.has(file.path)) throw new Error(`two files are rendered to ${file.path}`)
    claims.set(file.path, file)
  }
  const directories = new Set(Array.from(claims.keys(), directoryOf))
  for (const directory of directories)
    for (const at of ancestry(directory))
      if (claims.has(at)) throw new Error(`${at} is rendered as a file and as a directory`)
  return claims
}

/** A plain relative path inside one of our folders, and not in Flux's own. */
export const isRenderable = (path: string): boolean => plainPath.test(path) && !isFluxSystem(path)

/** One of our folders, and then segments that are neither empty, `.` nor `..`. */
const plainPath = new RegExp(`^(?:${topFolders.join('|')})(?:/(?!\\.{1,2}(?:/|$))[^/\\0]+)+$`)
