import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { File } from '../file.ts'

/** Where the files are that every new repository gets as they are, from the folder of the program. */
const folder = 'generators/new/files'

/** Those files, by their paths in the repository. */
export const readFiles = (program: string): readonly File[] => {
  const home = join(program, folder)
  if (!existsSync(home)) return []
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(home, file).replaceAll(sep, '/'), content: readFileSync(file, 'utf8') }))
}
