/** A file as plain data. The path is relative to the root of the repository, with forward slashes. */
export interface File {
  readonly path: string
  readonly content: string
}
