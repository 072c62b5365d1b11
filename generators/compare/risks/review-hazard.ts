import type { ChangeGroup } from '../review.ts'
import type { Finding } from './hazard.ts'

/** Something that a review is searched for as a whole. */
export interface ReviewHazard {
  /** In kebab-case, as reports and people name it. */
  readonly name: string
  readonly among: (groups: readonly ChangeGroup[], fleet: ClustersByEnvironment) => readonly Finding[]
}

/** All clusters of the new state, changed or not. */
export type ClustersByEnvironment = ReadonlyMap<string, readonly string[]>

/** What people call the environment that others are tried for. */
export const isProduction = (environment: string): boolean => /^(prod|production|prd|live)([-_.]|$)/i.test(environment)
