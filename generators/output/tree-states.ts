import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TreeState } from '../compare/state.ts'
import type { Problem } from '../problem.ts'
import { defaultBase, type NamedCommit, namedCommit } from './base.ts'
import { blobReader } from './blobs.ts'
import { lookAround, walk } from './disk.ts'
import { findRepository, git, type Repository } from './git.ts'
import { glance } from './glance.ts'
import { isFluxSystem, topFolders } from './work-tree.ts'

/** Beside our folders: the places that their files name stand in it. */
const fleetFile = 'generators/fleet.ts'

/**
 * The tree as a commit holds it. Default: the one that HEAD and the main branch have in common. Nothing is read before it
 * is asked for.
 */
export const stateOf = (root: string, ref?: string): TreeState | Problem => {
  const repository = findRepository(resolve(root))
  if ('rule' in repository) return repository
  const found = ref === undefined ? defaultBase(root) : namedCommit(root, ref)
  return 'rule' in found ? found : commitState(repository, found)
}

/** The tree as it stands on the disk, whatever git has been told to ignore. Links are not followed. */
export const workTreeState = (root: string): TreeState | Problem => {
  const repository = findRepository(resolve(root))
  if ('rule' in repository) return repository
  const files = filesOnDisk(resolve(root), repository)
  if ('rule' in files) return files
  const head = namedCommit(root, 'HEAD')
  const isCommitted = !('rule' in head) && isSame(files, filesOf(repository, head.commit))
  return {
    name: 'the work tree',
    ...(isCommitted ? { commit: head.commit } : {}),
    files,
    read: (path) => readFileSync(join(root, path), 'utf8'),
  }
}

const commitState = (repository: Repository, { commit, name }: NamedCommit): TreeState => {
  const files = filesOf(repository, commit)
  return { name, commit, files, ...blobReader(repository.top, files) }
}

/** Blobs by path from our root. */
const filesOf = ({ top, prefix }: Repository, commit: string): ReadonlyMap<string, string> => {
  const wanted = [...topFolders, fleetFile].map((path) => `${prefix}${path}`)
  const { output } = git(top, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...wanted])
  const entries = output.split('\0').flatMap((line) => {
    // Links and other repositories are no files of ours.
    const [, blob, path] = /^100\d+ blob (\w+)\t(.*)$/s.exec(line) ?? []
    return blob && path ? [[path.slice(prefix.length), blob] as const] : []
  })
  return new Map(entries.filter(([path]) => isCompared(path)))
}

/** The same of what stands there, by the names that git would give it: its own filters apply. */
const filesOnDisk = (root: string, { top, prefix }: Repository): ReadonlyMap<string, string> | Problem => {
  const paths = [...walk(lookAround(root))].flatMap(({ path, kind }) => (kind === 'file' ? [path] : []))
  if (glance(join(root, fleetFile))?.isFile()) paths.push(fleetFile)
  const readable = paths.filter(isCompared)
  const input = readable.map((path) => `${prefix}${path}\n`).join('')
  const { ok, output, complaint } = git(top, ['hash-object', '--stdin-paths'], { input })
  const [reason = ''] = complaint.split('\n')
  if (!ok) return { rule: 'readable-tree', place: [], file: '.', reason, fix: 'make the file readable' }
  const blobs = output.split('\n')
  return new Map(readable.map((path, index) => [path, blobs[index]!]))
}

/** Git takes paths a line each. */
const isCompared = (path: string): boolean => !isFluxSystem(path) && !path.includes('\n')

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([path, blob]) => other.get(path) === blob)
