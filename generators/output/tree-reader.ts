import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Looks into the committed tree. Paths are from the root of the repository. */
export interface TreeReader {
  readonly folders: (path: string) => readonly string[]
  readonly files: (path: string) => readonly string[]
  readonly text: (path: string) => string
  readonly isFolder: (path: string) => boolean
  readonly isFile: (path: string) => boolean
}

export const treeReader = (root: string): TreeReader => {
  const entries = (path: string) =>
    existsSync(join(root, path)) ? readdirSync(join(root, path), { withFileTypes: true }) : []
  const standing = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })
  return {
    folders: (path) =>
      entries(path)
        .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
        .sort(),
    files: (path) =>
      entries(path)
        .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
        .sort(),
    text: (path) => readFileSync(join(root, path), 'utf8'),
    isFolder: (path) => standing(path)?.isDirectory() ?? false,
    isFile: (path) => standing(path)?.isFile() ?? false,
  }
}
