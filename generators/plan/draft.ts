import type { Capability, CapabilityOf, Requirement } from '../fleet/capability.ts'
import type { PlacedComponent } from '../fleet/complete/complete-fleet.ts'
import type { Place } from '../problem.ts'

/** A component of a cluster with what it brings and needs, before anything is wired. */
export interface Draft extends PlacedComponent {
  readonly namespace: string
  readonly provides: readonly Capability[]
  readonly requires: readonly Requirement[]
  /** Where in the fleet stands what makes it require this: an option, or else the component itself. */
  readonly placeOf: (isMeant: (requirement: Requirement) => boolean) => Place
}

/** One capability and who brings it. */
export interface Provision<C extends Capability = Capability> {
  readonly by: Draft
  readonly capability: C
}

/** Everything that the components of one cluster bring, by kind, to resolve their requirements against. */
export const provisionsOf = (drafts: readonly Draft[]): readonly Provision[] =>
  drafts.flatMap((by) => by.provides.map((capability) => ({ by, capability })))

export const ofKind = <K extends Capability['kind']>(provisions: readonly Provision[], kind: K) =>
  provisions.filter((one): one is Provision<CapabilityOf<K>> => one.capability.kind === kind)
