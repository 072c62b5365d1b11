import { lstatSync, mkdirSync } from 'node:fs'
import { directoryOf } from './directory.ts'
import { writeText } from './write-text.ts'
import { hashOf, type Written, writtenAs } from './written.ts'

/** Writes files to a folder beside the tree, under the paths that they will have. */
export const stager = (folder: string): ((path: string, content: string) => Written) => {
  const made = new Set<string>()
  return (path, content) => {
    const directory = directoryOf(path)
    if (!made.has(directory)) mkdirSync(`${folder}/${directory}`, { recursive: true })
    made.add(directory)
    const at = `${folder}/${path}`
    writeText(at, content)
    return writtenAs(hashOf(content), lstatSync(at))
  }
}
