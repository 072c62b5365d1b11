import type { File } from '../file.ts'
import { isFluxSystem, topFolders } from './work-tree.ts'
import { directoryOf } from './written.ts'

/** The files by path. Throws where they claim what is not ours to claim, or twice: the layout made a mistake then. */
export function claim(files: Iterable<File>): Map<string, File> {
  const claims = new Map<string, File>()
  for (const file of files) {
    if (!isRenderable(file.path)) throw new Error(`nothing may be rendered to ${file.path}`)
    if (claims.has(file.path)) throw new Error(`two files are rendered to ${file.path}`)
    claims.set(file.path, file)
  }
  for (const directory of directoriesOf(claims.keys()))
    if (claims.has(directory)) throw new Error(`${directory} is rendered as a file and as a directory`)
  return claims
}

/** A plain relative path inside one of our folders, and not in Flux's own. */
function isRenderable(path: string): boolean {
  const segments = path.split('/')
  return (
    segments.length > 1 &&
    topFolders.some((folder) => folder === segments[0]) &&
    !segments.some((segment) => segment === '' || segment === '.' || segment === '..' || segment.includes('\0')) &&
    !isFluxSystem(path)
  )
}

function directoriesOf(paths: Iterable<string>): Set<string> {
  const directories = new Set<string>()
  for (const path of paths)
    for (let at = directoryOf(path); at !== '' && !directories.has(at); at = directoryOf(at)) directories.add(at)
  return directories
}
