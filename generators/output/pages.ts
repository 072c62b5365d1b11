import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { putText } from './put-text.ts'
import { readText } from './reader.ts'

/** The Markdown files of folders, by path from the root. */
export const pagesIn = (root: string, folders: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    folders.flatMap((folder) =>
      (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])
        .filter((name) => name.endsWith('.md'))
        .map((name) => [`${folder}/${name}`, readText(root, `${folder}/${name}`) ?? ''] as const),
    ),
  )

/** Writes those pages, and removes each that is no more. */
export const putPages = (
  root: string,
  paths: readonly string[],
  pages: ReadonlyMap<string, string>,
): Problem | undefined => {
  for (const path of paths) {
    const content = pages.get(path)
    if (content === undefined) rmSync(join(root, path))
    const problem = content === undefined ? undefined : putText(root, path, content)
    if (problem !== undefined) return problem
  }
  return undefined
}
