import type { ComponentChange } from './change.ts'
import type { DeployedPair } from './deployed.ts'
import type { Risk } from './review.ts'
import { hazards } from './risks/index.ts'
import { type ClusterStates, subjectOf } from './risks/subject.ts'

/**
 * What is risky in how a component changes in a cluster, the worst first. `cluster` is all that the cluster has, by which
 * a risk can name what else is lost; without it, that is not named.
 */
export const risksOf = (change: ComponentChange, pair: DeployedPair, cluster?: ClusterStates): readonly Risk[] => {
  const subject = subjectOf(change, pair, cluster)
  return hazards.flatMap(({ name, among }) => among(subject).map((finding) => ({ name, ...finding })))
}
