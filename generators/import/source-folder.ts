/** A folder to import, whoever wrote it. Paths are from it, with forward slashes. */
export interface SourceFolder {
  /** What the folder is called. */
  readonly name: string
  /** Every file that can be read, in alphabetical order. */
  readonly paths: readonly string[]
  readonly text: (path: string) => string
  /** What is there and is not read. */
  readonly unread: readonly Unread[]
}

export interface Unread {
  readonly path: string
  readonly because: 'large' | 'link' | 'unreadable'
}

/** More than anybody writes by hand: what is larger was made by a program. */
export const largestFile = 1024 * 1024
