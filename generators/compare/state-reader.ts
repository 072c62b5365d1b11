import { directoryOf, nameOf } from '../output/directory.ts'
import type { TreeReader } from '../output/tree-reader.ts'
import type { TreeState } from './state.ts'

/** Looks into a state of the tree as into folders on a disk. */
export const stateReader = ({ files, read }: Pick<TreeState, 'files' | 'read'>): TreeReader => {
  const folders = foldersOf(files.keys())
  return {
    folders: (path) => folders.get(path)?.folders.toSorted() ?? [],
    files: (path) => folders.get(path)?.files.toSorted() ?? [],
    text: read,
    isFolder: (path) => folders.has(path),
    isFile: (path) => files.has(path),
  }
}

interface Folder {
  readonly folders: string[]
  readonly files: string[]
}

const foldersOf = (paths: Iterable<string>): ReadonlyMap<string, Folder> => {
  const folders = new Map<string, Folder>()
  const folderAt = (path: string): Folder => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const folder: Folder = { folders: [], files: [] }
    folders.set(path, folder)
    if (path !== '') folderAt(directoryOf(path)).folders.push(nameOf(path))
    return folder
  }
  for (const path of paths) folderAt(directoryOf(path)).files.push(nameOf(path))
  return folders
}
