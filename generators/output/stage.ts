import { existsSync } from 'node:fs'
import { directoryOf, nameOf, runsOf, withAncestors } from './directory.ts'
import { stager } from './stager.ts'
import type { Survey } from './survey.ts'
import type { StagedAhead } from './write-ahead.ts'
import type { WrittenFiles } from './written.ts'

/** What was written to a folder beside the tree, under the paths it will have. */
export interface Stage {
  /** Absolute. */
  readonly folder: string
  /** What has to be renamed into the tree: files, and whole directories where none exists yet. */
  readonly arriving: ReadonlySet<string>
  readonly files: WrittenFiles
}

/** Writes all that is new to a folder, but for what was staged there already. */
export function stage(
  root: string,
  folder: string,
  { created, changed }: Survey,
  ahead: StagedAhead = new Map(),
): Stage {
  const topmostNew = newDirectories(root)
  const staged = stager(folder)
  const arriving = new Set<string>()
  const files: WrittenFiles = {}
  const runs = runsOf([...created, ...changed])
  for (const at of withAncestors(runs.map(({ directory }) => directory))) files[at] = {}
  for (const { directory, files: some } of runs) {
    const top = topmostNew(directory)
    const names = files[directory]!
    for (const { path, content } of some) {
      names[nameOf(path)] = ahead.get(path) ?? staged(path, content)
      arriving.add(top ?? path)
    }
  }
  return { folder, arriving, files }
}

/** For a directory, the topmost one above it, or itself, that does not exist. Undefined where it exists. */
export function newDirectories(root: string): (directory: string) => string | undefined {
  const known = new Map<string, string | undefined>([['', undefined]])
  const topmost = (directory: string): string | undefined => {
    if (known.has(directory)) return known.get(directory)
    const found = topmost(directoryOf(directory)) ?? (existsSync(`${root}/${directory}`) ? undefined : directory)
    known.set(directory, found)
    return found
  }
  return topmost
}
