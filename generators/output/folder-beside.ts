import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { git, type Repository } from './git.ts'
import { glance } from './glance.ts'

/**
 * Makes a copy of a repository in a folder beside it, without what git ignores. Relative paths that lead out of the
 * repository lead to the same places, and what is made there can be moved over.
 */
export const copyBeside = (root: string, { prefix, top }: Repository): string => {
  const folder = mkdtempSync(join(dirname(root), `.${basename(root)}-upgrade-`))
  const wanted = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name', '--', `./${prefix}`]
  for (const path of new Set(git(top, wanted).output.split('\0'))) {
    const own = path.slice(prefix.length)
    // Removed files are listed still.
    if (own === '' || glance(join(root, own)) === undefined) continue
    cpSync(join(root, own), join(folder, own), { recursive: true, verbatimSymlinks: true })
  }
  return folder
}

export const removeBeside = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
