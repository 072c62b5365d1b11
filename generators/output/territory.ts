import type { Run } from '../file.ts'
import { withAncestors } from './directory.ts'
import { isFluxSystem, topFolders } from './work-tree.ts'

/** The paths of the files. Throws where they claim what is not ours to claim, or twice: the layout made a mistake then. */
export function claim(runs: readonly Run[]): ReadonlySet<string> {
  const claims = new Set<string>()
  for (const { directory, files } of runs) {
    for (const { path } of files) {
      if (!isIn(path, directory) || !isRenderable(path)) throw new Error(`nothing may be rendered to ${path}`)
      if (claims.has(path)) throw new Error(`two files are rendered to ${path}`)
      claims.add(path)
    }
  }
  for (const at of withAncestors(runs.map(({ directory }) => directory)))
    if (claims.has(at)) throw new Error(`${at} is rendered as a file and as a directory`)
  return claims
}

/** Whether a path is that of a file in a directory, not further down. */
export const isIn = (path: string, directory: string): boolean =>
  path.lastIndexOf('/') === directory.length && path.startsWith(directory)

/** A plain relative path inside one of our folders, and not in Flux's own. */
export const isRenderable = (path: string): boolean => plainPath.test(path) && !isFluxSystem(path)

/** One of our folders, and then segments that are neither empty, `.` nor `..`. */
const plainPath = new RegExp(`^(?:${topFolders.join('|')})(?:/(?!\\.{1,2}(?:/|$))[^/\\0]+)+$`)
