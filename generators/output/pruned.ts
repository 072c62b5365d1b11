import { posix } from 'node:path'
import { directoryOf } from './directory.ts'
import { git, type Repository } from './git.ts'
import { isOurs } from './header.ts'
import { listedFiles } from './ownership.ts'
import { topFolders } from './work-tree.ts'

/**
 * The files of ours that HEAD holds and the disk does not, from the root: those that a render pruned and nobody has
 * committed yet. None before the first commit.
 */
export const prunedSinceHead = (repository: Repository): readonly string[] => {
  const gone = goneSinceHead(repository)
  const jsonFiles = gone.filter((path) => path.endsWith('.json'))
  const contents = headContents(repository, [...gone, ...jsonFiles.map(kustomizationBeside)])
  return gone.filter((path) => {
    if (!path.endsWith('.json')) return isOurs(contents.get(path) ?? '')
    const kustomization = contents.get(kustomizationBeside(path)) ?? ''
    return isOurs(kustomization) && listedFiles(kustomization).has(posix.basename(path))
  })
}

const kustomizationBeside = (path: string): string => `${directoryOf(path)}/kustomization.yaml`

const goneSinceHead = ({ top, prefix }: Repository): readonly string[] => {
  const folders = topFolders.map((folder) => `${prefix}${folder}`)
  const args = [
    '--literal-pathspecs',
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=D',
    'HEAD',
    '--',
    ...folders,
  ]
  return git(top, args)
    .output.split('\0')
    .flatMap((path) => (path === '' ? [] : [path.slice(prefix.length)]))
}

/** What HEAD holds, by path. One process, however many. A path of ours is plain ASCII. */
const headContents = ({ top, prefix }: Repository, paths: readonly string[]): ReadonlyMap<string, string> => {
  const asked = [...new Set(paths)].filter((path) => /^[ -~]*$/.test(path))
  const input = asked.map((path) => `HEAD:${prefix}${path}\n`).join('')
  const { output } = git(top, ['cat-file', '--batch'], { input, encoding: 'latin1' })
  const contents = new Map<string, string>()
  let at = 0
  for (const path of asked) {
    const end = output.indexOf('\n', at)
    const [, size] = /^\w+ blob (\d+)$/.exec(output.slice(at, end)) ?? []
    at = end + 1
    if (size === undefined) continue
    contents.set(path, output.slice(at, at + Number(size)))
    at += Number(size) + 1
  }
  return contents
}
