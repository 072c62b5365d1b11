/** The directory of a path, `''` for the root. */
export const directoryOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

/** What is behind the last slash. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** A directory and all above it, the root excepted. */
export function* ancestry(directory: string): Generator<string> {
  for (let at = directory; at !== ''; at = directoryOf(at)) yield at
}
