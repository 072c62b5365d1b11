import type { CapabilityOf } from '../fleet/capability.ts'
import type { Brought } from '../plan/placement.ts'

/** Nodes with a feature that a component of the cluster finds and labels, instead of the fleet. */
export const foundNodes = (brought: readonly Brought[]): readonly CapabilityOf<'node-feature'>[] =>
  brought.flatMap(({ capability }) => (capability.kind === 'node-feature' ? [capability] : []))
