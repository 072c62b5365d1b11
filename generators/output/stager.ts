import { lstatSync, mkdirSync } from 'node:fs'
import { directoryOf } from './directory.ts'
import { isSystemError } from './system-error.ts'
import { writeText } from './write-text.ts'
import { hashOf, type Written, writtenAs } from './written.ts'

/** Writes files to a folder beside the tree, under the paths that they will have. */
export const stager = (folder: string): ((path: string, content: string) => Written) => {
  const made = new Set<string>()
  // From the top, and each once: the system is not asked for what cannot be there yet.
  const make = (directory: string): void => {
    if (made.has(directory)) return
    made.add(directory)
    if (directory !== '') make(directoryOf(directory))
    makeDirectory(`${folder}/${directory}`)
  }
  return (path, content) => {
    make(directoryOf(path))
    const at = `${folder}/${path}`
    writeText(at, content)
    return writtenAs(hashOf(content), lstatSync(at))
  }
}

/** Two threads stage into one folder, so another one may have been quicker. */
const makeDirectory = (path: string): void => {
  try {
    mkdirSync(path)
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error
  }
}
