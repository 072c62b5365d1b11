import type { Engine } from '../fleet/cluster.ts'
import type { Distribution, Network } from '../fleet/traits.ts'

/** What can be watched. */
export type Signal = 'alerts' | 'logs' | 'metrics' | 'traces'

/** All that is asked of whoever wants a repository. */
export interface Answers {
  readonly engine: Engine
  readonly distribution: Distribution
  readonly network: Network
  /** The StorageClass that volumes are claimed from. */
  readonly storageClass: string
  /** In the order in which a version is tried. Each gets one cluster. */
  readonly environments: readonly string[]
  readonly observe: readonly Signal[]
  /** Where the repository is pushed to. */
  readonly url: string
}

/** The clusters that a repository begins with: one for each environment. */
export const clustersOf = ({
  environments,
}: Answers): readonly { readonly name: string; readonly environment: string }[] =>
  environments.map((environment) => ({ name: `${environment}-1`, environment }))
