import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import { ancestry, directoryOf } from './directory.ts'
import type { Survey } from './survey.ts'
import { writeText } from './write-text.ts'
import { hashOf, setWritten, type WrittenFiles, writtenAs } from './written.ts'

/** What was written to a folder beside the tree, under the paths it will have. */
export interface Stage {
  /** Absolute. */
  readonly folder: string
  /** What has to be renamed into the tree: files, and whole directories where none exists yet. */
  readonly arriving: ReadonlySet<string>
  readonly files: WrittenFiles
}

/** Writes all that is new to a folder that does not exist yet. */
export function stage(root: string, folder: string, { created, changed }: Survey): Stage {
  const topmostNew = newDirectories(root)
  const arriving = new Set<string>()
  const files: WrittenFiles = {}
  for (const { path, content } of [...created, ...changed]) {
    const directory = directoryOf(path)
    if (!(directory in files)) {
      mkdirSync(`${folder}/${directory}`, { recursive: true })
      for (const at of ancestry(directory)) files[at] ??= {}
    }
    writeText(`${folder}/${path}`, content)
    setWritten(files, path, writtenAs(hashOf(content), lstatSync(`${folder}/${path}`)))
    arriving.add(topmostNew(directory) ?? path)
  }
  return { folder, arriving, files }
}

/** For a directory, the topmost one above it, or itself, that does not exist. Undefined where it exists. */
function newDirectories(root: string): (directory: string) => string | undefined {
  const known = new Map<string, string | undefined>([['', undefined]])
  const topmost = (directory: string): string | undefined => {
    if (known.has(directory)) return known.get(directory)
    const found = topmost(directoryOf(directory)) ?? (existsSync(`${root}/${directory}`) ? undefined : directory)
    known.set(directory, found)
    return found
  }
  return topmost
}
