import type { Addresses } from './addresses.ts'

/** Where a container is started instead of its Pod. */
export interface Here {
  readonly addresses: Addresses
  /** The folder that stands for its `/`, absolute. */
  readonly root: string
}
