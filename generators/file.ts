/** A file as plain data. The path is relative to the root of the repository, with forward slashes. */
export interface File {
  readonly path: string
  readonly content: string
}

/** Files of one directory, one after the other. The directory is a path from the root of the repository. */
export interface Run<One extends File = File> {
  readonly directory: string
  readonly files: readonly One[]
}
