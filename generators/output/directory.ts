import type { File, Run } from '../file.ts'

/** The directory of a path, `''` for the root. */
export const directoryOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

/** What is behind the last slash. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Directories and all above them, the root excepted. */
export function withAncestors(directories: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>()
  for (const directory of directories)
    for (let at = directory; at !== '' && !all.has(at); at = directoryOf(at)) all.add(at)
  return all
}

/** Files by directory as far as those of one come one after the other, as they mostly do: a directory may have several runs. */
export function runsOf<One extends File>(files: Iterable<One>): readonly Run<One>[] {
  const runs: { readonly directory: string; readonly files: One[] }[] = []
  let run = { directory: '', files: [] as One[] }
  for (const file of files) {
    const directory = directoryOf(file.path)
    if (directory !== run.directory || runs.length === 0) {
      run = { directory, files: [] }
      runs.push(run)
    }
    run.files.push(file)
  }
  return runs
}

/** A directory and all above it, the root excepted. */
export function* ancestry(directory: string): Generator<string> {
  for (let at = directory; at !== ''; at = directoryOf(at)) yield at
}
