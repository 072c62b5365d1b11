import type { ComponentChange } from './change.ts'
import type { DeployedPair } from './deployed.ts'
import type { ChangeGroup, Risk } from './review.ts'
import { hazards, reviewHazards } from './risks/index.ts'
import type { ClustersByEnvironment } from './risks/review-hazard.ts'
import { type ClusterStates, subjectOf } from './risks/subject.ts'

/**
 * What is risky in how a component changes in a cluster, the worst first. `cluster` is all that the cluster has, by which
 * a risk can name what else is lost; without it, that is not named. Where a state could not be built, nothing is known.
 */
export const risksOf = (change: ComponentChange, pair: DeployedPair, cluster?: ClusterStates): readonly Risk[] => {
  if (pair.unbuilt !== undefined) return []
  const subject = subjectOf(change, pair, cluster)
  return hazards.flatMap(({ name, among }) => among(subject).map((finding) => ({ name, ...finding })))
}

/** What is risky in all changes together. `fleet`: every cluster of the new state, whether it changes or not. */
export const reviewRisksOf = (groups: readonly ChangeGroup[], fleet: ClustersByEnvironment): readonly Risk[] =>
  reviewHazards.flatMap(({ name, among }) => among(groups, fleet).map((finding) => ({ name, ...finding })))
