import { fingerprintOf } from '../fleet/fingerprint.ts'
import { type Fleet, isFleet } from '../fleet/fleet.ts'
import * as words from '../fleetwright.ts'
import type { Problem } from '../problem.ts'
import { catalogueOf } from '../promote/catalogue.ts'
import { edited, shown } from '../promote/edit.ts'
import { fitted } from '../promote/fitted.ts'
import { fleetEdits, shared } from '../promote/fleet-edits.ts'
import { promoted } from '../promote/promoted.ts'
import type { Promotion } from '../promote/promotion.ts'
import { fleetFile, fleetSource } from './evaluated-fleet.ts'
import type { Invocation, LoadedFleet } from './invocation.ts'

/** Loads the fleet as it would be with another text in the place of `generators/fleet.ts`. */
export type LoadText = (source: string) => Promise<LoadedFleet>

/** A promotion as it would be written. */
export interface Draft {
  /** The text of the fleet, before and after. */
  readonly before: string
  readonly source: string
  /** What that text evaluates to. */
  readonly fleet: Fleet
  readonly fingerprint: string
  /** The lines that differ, for people. */
  readonly shown: string
}

/** Edits the text of the fleet, and proves by evaluating it that it says the promotion and nothing else. */
export const draftPromotion = async (
  fleet: Fleet,
  promotion: Promotion,
  loadText: LoadText,
  { root }: Invocation,
): Promise<Draft | { readonly problem: Problem }> => {
  const { source: before } = fleetSource(root)
  const least = fleetEdits(before, fleet, promotion, catalogueOf(words))
  if ('problem' in least) return least
  const edits = least.map((edit) => fitted(before, edit))
  const source = edited(before, edits)
  const loaded = await loadText(source)
  const said = 'thrown' in loaded ? undefined : loaded.exports.default
  if (!isFleet(said) || 'thrown' in loaded || !isSame(said, promoted(fleet, promotion))) {
    return { problem: shared(promotion) }
  }
  const fingerprint = fingerprintOf(said, loaded.fingerprint)
  return { before, source, fleet: said, fingerprint, shown: shown(fleetFile, before, edits) }
}

const isSame = (one: Fleet, other: Fleet): boolean => fingerprintOf(one, '') === fingerprintOf(other, '')
