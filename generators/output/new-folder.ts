import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { File } from '../file.ts'
import type { Problem } from '../problem.ts'
import { git } from './git.ts'
import { writeText } from './write-text.ts'

/** A folder for a new repository: there is nothing in it that somebody could miss. */
export interface NewFolder {
  /** Absolute. */
  readonly path: string
  readonly name: string
  /** What of it was there before: nothing, the folder, or a repository in it without a commit. */
  readonly had: 'folder' | 'nothing' | 'repository'
  /** Where its repository would be pushed to. */
  readonly remote: string | undefined
}

/** Looks at a folder in which a repository is to be made, or says why it cannot be. Changes nothing. */
export const newFolder = (given: string): NewFolder | Problem => {
  const path = resolve(given)
  const name = basename(path)
  const refused = (reason: string, fix: string): Problem => ({ rule: 'new-folder', place: [], file: path, reason, fix })
  const exists = existsSync(path)
  if (exists && !statSync(path).isDirectory()) return refused(`${given} is a file`, 'name a folder that is not there')
  const inside = exists ? readdirSync(path) : []
  const others = inside.filter((one) => one !== '.git').sort()
  if (others.length > 0) {
    const some = `${others.slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''}`
    return refused(`${given} is not empty: ${some} ${others.length > 1 ? 'are' : 'is'} there`, 'name a new folder')
  }
  const isRepository = inside.length > 0
  if (isRepository && git(path, ['rev-parse', '--verify', '--quiet', 'HEAD']).ok) {
    return refused(`the repository in ${given} has commits already`, 'name a new folder')
  }
  const wrong = gitRefusal(exists ? path : nearestFolder(path), isRepository)
  if (wrong !== undefined) return refused(...wrong)
  const remote = isRepository ? git(path, ['remote', 'get-url', 'origin']) : undefined
  return {
    path,
    name,
    had: isRepository ? 'repository' : exists ? 'folder' : 'nothing',
    remote: remote?.ok ? remote.output.trim() : undefined,
  }
}

const nearestFolder = (path: string): string => (existsSync(path) ? path : nearestFolder(dirname(path)))

const gitRefusal = (folder: string, isRepository: boolean): [reason: string, fix: string] | undefined => {
  const around = git(folder, ['rev-parse', '--show-toplevel'])
  if (around.missing) return ['git is not installed', 'install git']
  if (around.ok && !isRepository) {
    return [`it would stand in another repository, ${around.output.trim()}`, 'name a folder outside of it']
  }
  if (git(folder, ['var', 'GIT_COMMITTER_IDENT']).ok) return undefined
  return [
    'git does not know who you are, and the first commit is yours',
    'run git config --global user.name "…" and git config --global user.email …',
  ]
}

/** Writes the first files. */
export const fillFolder = ({ path }: NewFolder, files: readonly File[]): void => {
  for (const file of files) {
    const target = join(path, file.path)
    mkdirSync(dirname(target), { recursive: true })
    writeText(target, file.content)
  }
}

/** Makes the folder what it was before. */
export const clearFolder = ({ path, had }: NewFolder): void => {
  if (!existsSync(path)) return
  const ours = readdirSync(path).filter((name) => name !== '.git' || had !== 'repository')
  const removed = had === 'nothing' ? [path] : ours.map((name) => join(path, name))
  for (const one of removed) rmSync(one, { recursive: true, maxRetries: 3 })
  if (had === 'repository') git(path, ['read-tree', '--empty'])
}
