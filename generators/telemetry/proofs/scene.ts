import type { Federation } from '../federation.ts'
import type { Prove } from '../proving.ts'
import type { Certificates } from '../running/certificates.ts'
import type { Chain } from '../running/chain.ts'
import type { Stores } from '../stores.ts'

/** What a proof acts on. */
export interface Scene {
  readonly federation: Federation
  readonly chain: Chain
  readonly stores: Stores
  readonly certificates: Certificates
  /** The store of traces, which is none of the tree. */
  readonly traces: { readonly start: () => Promise<void>; readonly stop: () => Promise<void> }
  readonly prove: Prove
  /** What people should know besides. */
  readonly say: (line: string) => void
}
