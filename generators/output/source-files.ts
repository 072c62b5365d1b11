import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { File } from '../file.ts'
import { readText } from './reader.ts'

/** The TypeScript files of a folder and all below it, by path from the root. None where there is no such folder. */
export const sourceFiles = (root: string, folder: string): readonly File[] =>
  (existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`
      const content = readText(root, path)
      return content === undefined ? [] : [{ path, content }]
    })
