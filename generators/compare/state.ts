/** The tree in one state: as a commit holds it, or as it stands on the disk. */
export interface TreeState {
  /** As people call it: `main`, `the work tree`. */
  readonly name: string
  /** The commit in full. Undefined for a work tree that holds anything else than its commit. */
  readonly commit?: string
  /** Every file of our folders, and `generators/fleet.ts`, by path from the root: a name that the same content always has. */
  readonly files: ReadonlyMap<string, string>
  /** The text of one of these files. */
  readonly read: (path: string) => string
  /** Says that these will be read, so that one look fetches them all. Default: nothing needs to be fetched. */
  readonly load?: (paths: Iterable<string>) => void
}
