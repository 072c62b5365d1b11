import { git, type Repository } from './git.ts'
import { topFolders } from './work-tree.ts'

/**
 * Those of the paths whose file is the one that HEAD holds. Two processes, however many paths; the index is not asked,
 * because it can be told to look away, and git's own filters apply to what is compared.
 */
export function committed({ top, prefix }: Repository, paths: readonly string[]): ReadonlySet<string> {
  const blobs = paths.length === 0 ? new Map<string, string>() : blobsOfHead(top, prefix)
  if (blobs.size === 0) return new Set()
  const tracked = paths.filter((path) => blobs.has(path) && !path.includes('\n'))
  const input = tracked.map((path) => `${prefix}${path}\n`).join('')
  const { output } = git(top, ['hash-object', '--stdin-paths'], { input })
  const hashes = output.split('\n')
  return new Set(tracked.filter((path, index) => hashes[index] === blobs.get(path)))
}

/** What HEAD holds in our folders: blob by path from our root. None before the first commit. */
function blobsOfHead(top: string, prefix: string): Map<string, string> {
  const folders = topFolders.map((folder) => `${prefix}${folder}`)
  const { output } = git(top, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD', '--', ...folders])
  const entries = output.split('\0').flatMap((line) => {
    const [, blob, path] = /^\d+ blob (\w+)\t(.*)$/s.exec(line) ?? []
    return blob && path ? [[path.slice(prefix.length), blob] as const] : []
  })
  return new Map(entries)
}
