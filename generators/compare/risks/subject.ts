import type { Values } from '../../fleet/component.ts'
import type { ComponentChange, ObjectChange, ObjectIdentity } from '../change.ts'
import type { Deployed, DeployedPair } from '../deployed.ts'
import { identityText } from '../identity.ts'
import { differingValues } from './differing-values.ts'

/** What is looked at: how one component changes in one cluster. */
export interface Subject {
  readonly change: ComponentChange
  readonly pair: DeployedPair
  /** Objects that come, go or change: its own, those that handle it, and what helm makes of it, where that is known. */
  readonly objects: readonly ObjectChange[]
  readonly release: ReleaseValues
  readonly cluster: ClusterStates
}

/**
 * What the release is told, as far as it differs and what stands around that. Empty where there is none, or where `objects`
 * holds what helm makes of it.
 */
export interface ReleaseValues {
  readonly before: Values
  readonly after: Values
}

/** All that the cluster of the change has in both states, whether it changes or not. */
export interface ClusterStates {
  readonly before: readonly Deployed[]
  readonly after: readonly Deployed[]
}

export const subjectOf = (
  change: ComponentChange,
  pair: DeployedPair,
  cluster: ClusterStates = { before: [], after: [] },
): Subject => {
  const { objects, control, charted } = change.change
  const valuesOf = (deployed: Deployed | undefined): Values =>
    (charted === undefined ? deployed?.content.release?.values : undefined) ?? {}
  const [before, after] = differingValues(valuesOf(pair.before), valuesOf(pair.after))
  return {
    change,
    pair,
    objects: [...objects, ...control, ...(charted ?? [])],
    release: { before, after },
    cluster,
  }
}

/** What is told to a cluster, in both states: an object, or the values of a release. */
export interface Told {
  /** `Deployment monitoring/web`, or `the release loki`. */
  readonly what: string
  readonly before: unknown
  readonly after: unknown
  readonly object?: ObjectIdentity
}

/** Everything that differs, objects and values alike. */
export const everythingTold = ({ objects, release, pair, change }: Subject): readonly Told[] => [
  ...objects.map(({ identity, before, after }) => ({
    what: identityText(identity),
    before,
    after,
    object: identity,
  })),
  {
    what: `the release ${(pair.after ?? pair.before)?.content.release?.name ?? change.component}`,
    before: release.before,
    after: release.after,
  },
]

/** The finding that something told leads to. */
export const ofTold = ({ what, object }: Told, happens: string, because: string) => ({
  what: `${what} ${happens}`,
  because,
  ...(object === undefined ? {} : { object }),
})

/** Objects in the state after, and whatever helm makes of the release where that differs. */
export const objectsAfter = ({ pair, change }: Subject) => [
  ...(pair.after?.content.objects ?? []),
  ...(change.change.charted ?? []).flatMap(({ after }) => (after === undefined ? [] : [after])),
]
