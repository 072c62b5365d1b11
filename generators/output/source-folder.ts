import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { largestFile, type SourceFolder, type Unread } from '../import/source-folder.ts'

/** Folders of tools, which hold nothing that a cluster reads. */
const passedOver = new Set(['.git', 'node_modules'])

/** Looks at everything below a folder, and changes nothing there. A link is not followed: what it leads to may be anywhere. */
export const sourceFolder = (path: string): SourceFolder => {
  const root = resolve(path)
  const paths: string[] = []
  const unread: Unread[] = []
  const walk = (folder: string): void => {
    for (const entry of entriesOf(join(root, folder))) {
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isSymbolicLink()) unread.push({ path: inside, because: 'link' })
      else if (entry.isDirectory() && !passedOver.has(entry.name)) walk(inside)
      else if (entry.isFile() && isLarge(join(root, inside))) unread.push({ path: inside, because: 'large' })
      else if (entry.isFile() && !isReadable(join(root, inside))) unread.push({ path: inside, because: 'unreadable' })
      else if (entry.isFile()) paths.push(inside)
    }
  }
  walk('')
  return {
    name: basename(root),
    paths: paths.sort(),
    text: (path) => readFileSync(join(root, path), 'utf8'),
    unread,
  }
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch {
    return []
  }
}

const isLarge = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestFile

const isReadable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
