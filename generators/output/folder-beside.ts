import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { git, type Repository } from './git.ts'
import { glance } from './glance.ts'
import { topFolders } from './work-tree.ts'

/** npm reads it, and whoever writes a password into it lets git ignore it. */
const npmSettings = '.npmrc'

/**
 * Makes a copy of a repository in a folder beside it, without what git ignores. Relative paths that lead out of the
 * repository lead to the same places, and what is made there can be moved over.
 */
export const copyBeside = (root: string, repository: Repository): string => {
  const folder = mkdtempSync(join(dirname(root), `.${basename(root)}-upgrade-`))
  for (const path of [...topFolders, npmSettings, ...listed(repository).filter(isOutside)]) {
    // What was removed is listed still.
    if (glance(join(root, path)) === undefined) continue
    cpSync(join(root, path), join(folder, path), { recursive: true, verbatimSymlinks: true })
  }
  return folder
}

const listed = ({ top, prefix }: Repository): readonly string[] => {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name', '--', `./${prefix}`]
  const paths = git(top, args).output.split('\0').filter(Boolean)
  return [...new Set(paths)].map((path) => path.slice(prefix.length))
}

/** The tree is copied as it stands: what is compared is what is there. */
const isOutside = (path: string): boolean => !topFolders.some((folder) => path.startsWith(`${folder}/`))

export const removeBeside = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
