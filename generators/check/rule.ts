import type { ChartLock } from '../charts/lock/chart-lock.ts'
import type { Exporters } from '../metrics/exporters.ts'
import type { Layer } from '../plan/layer.ts'
import type { ClusterPlan, Placement } from '../plan/placement.ts'
import type { Problem } from '../problem.ts'
import type { ClusterQueries } from './queries/cluster-queries.ts'
import type { Schemas } from './schema/schemas.ts'

/** What a rule may look at: one cluster at a time, and the files of people that the fleet names. */
export interface Subject {
  readonly cluster: ClusterPlan
  /** The cluster's layers that no cluster before it had: what is shared is looked at once. */
  readonly layers: readonly Layer[]
  /** The cluster's placements that end in one of those layers: what holds for one holds for all that share it. */
  readonly placements: readonly Placement[]
  /** The cluster's placements that may have stood otherwise: those, and those below which a layer vanishes or comes. */
  readonly changing: () => readonly Placement[]
  /** Answers a question about what a placement shares with others once for all of them, whichever rule asks it. */
  readonly once: <T>(placement: Placement, question: Question<T>) => T
  /** Answers a question about what the cluster has in common with all of its shape, once for all of them. */
  readonly alike: <T>(question: (cluster: ClusterPlan) => T) => T
  /** What the cluster's dashboards and rules ask, and what is there to answer. Undefined: nothing new, or nobody can know. */
  readonly queries: () => ClusterQueries | undefined
  /** Whose series are known. Undefined: nobody's, and nothing that depends on it is judged. */
  readonly exporters?: Exporters | undefined
  /** What charts were when they were locked. Undefined: nobody locked any. */
  readonly lock?: ChartLock | undefined
  /** Text of each file of people; undefined for one that is not there. */
  readonly inputs: ReadonlyMap<string, string | undefined>
  readonly schemas: Schemas
  readonly standing: Standing
}

/** The tree as it stands, to hold a change against. Paths are from the root of the repository. */
export interface Standing {
  /** Text of a file as it stands on the disk; undefined where there is none. */
  readonly now: (path: string) => string | undefined
  /** The same as of the last commit. Without a repository: as it stands. */
  readonly committed: (path: string) => string | undefined
  readonly isFolder: (path: string) => boolean
}

/** What is asked about a layer. It may ask something else about the same layer first. */
export type Question<T> = (shared: Shared, ask: <U>(other: Question<U>) => U) => T

/** What a placement has in common with all that end in the same layer, whichever clusters they stand in. */
export type Shared = Pick<Placement, 'definition' | 'effective' | 'layer'>

/** A mistake that can no longer be committed. */
export interface Rule {
  /** In kebab-case, as problems and people name it. */
  readonly name: string
  /** What happened to whom, in a sentence. */
  readonly because: string
  readonly check: (subject: Subject) => readonly Problem[]
}
