import { existsSync, lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Repository } from './git.ts'

/**
 * The repository of a root where `git init` or `git clone` made one and nothing is unusual, read without a process: that
 * takes longer than to see that nothing changed. Undefined where only git itself can tell: a folder below the top, a linked
 * work tree, somebody else's repository, settings or an environment that lead elsewhere, no git at all.
 */
export function plainRepository(root: string): Repository | undefined {
  if (Object.keys(process.env).some(mayLeadElsewhere) || !isGitInstalled()) return undefined
  try {
    const top = realpathSync(root)
    const folder = join(top, '.git')
    const isPlain = isOurDirectory(lstatSync(top)) && isOurDirectory(lstatSync(folder)) && isUsual(folder)
    return isPlain ? { top, prefix: '', folder: join(folder, 'fleetwright') } : undefined
  } catch {
    return undefined
  }
}

const mayLeadElsewhere = (name: string): boolean =>
  /^GIT_(DIR|WORK_TREE|COMMON_DIR|IMPLICIT_WORK_TREE|OBJECT_DIRECTORY|TEST_\w+)$/.test(name)

const isGitInstalled = (): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'git')))

/** Git trusts nobody else's directory unless it is told to. */
const isOurDirectory = (stat: Stats): boolean => stat.isDirectory() && stat.uid === process.geteuid?.()

const isUsual = (folder: string): boolean =>
  /^(?:ref: refs\/|[0-9a-f]{40})/.test(readFileSync(join(folder, 'HEAD'), 'utf8')) &&
  ['objects', 'refs'].every((name) => lstatSync(join(folder, name)).isDirectory()) &&
  !/worktree|extensions|include|bare\s*=(?!\s*false)/i.test(readFileSync(join(folder, 'config'), 'utf8'))
