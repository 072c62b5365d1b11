import { isRecord } from '../fleet/checks/check.ts'
import { equal } from '../plan/values.ts'
import { canonical } from './canonical.ts'
import type { FieldChange } from './change.ts'
import { itemStep, orderStep } from './field-path.ts'
import { heldIn } from './held-text.ts'
import { type Label, naturalKey } from './natural-key.ts'
import { isOrderless } from './orderless.ts'
import { matchedAnywhere, matchedInOrder } from './pairing.ts'

type Items = readonly unknown[]

/** Where two values stand that are compared. */
interface Spot {
  readonly path: readonly string[]
  /** Whether they are part of what a text holds, where the order of every list counts. */
  readonly inText: boolean
}

/**
 * What differs between two values, as deep as it goes. Items of lists are matched by their natural key, or else by what
 * they are like, so that one inserted does not shift the others; texts that hold YAML or JSON are compared as what they
 * hold, with the path going on into them. Nothing for values that mean the same to Kubernetes.
 */
export const fieldChanges = (before: unknown, after: unknown): readonly FieldChange[] =>
  changesAt(before, after, { path: [], inText: false })

/** The same below a spot. Undefined is not there. */
const changesAt = (before: unknown, after: unknown, spot: Spot): readonly FieldChange[] => {
  if (Object.is(before, after)) return []
  if (isRecord(before) && isRecord(after)) return memberChanges(before, after, spot)
  if (Array.isArray(before) && Array.isArray(after)) return itemChanges(before, after, spot)
  if (typeof before === 'string' && typeof after === 'string') return textChanges(before, after, spot)
  return [fieldChange(spot.path, before, after)]
}

const memberChanges = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  spot: Spot,
): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    // most members stay, and need no path
    .filter((key) => !equal(before[key], after[key]))
    .flatMap((key) => changesAt(before[key], after[key], below(spot, key)))

const textChanges = (before: string, after: string, spot: Spot): readonly FieldChange[] => {
  const whole = fieldChange(spot.path, before, after)
  const held = [heldIn(before), heldIn(after)] as const
  if (held[0] === undefined || held[1] === undefined) return [whole]
  // Texts that hold the same are still others: whoever reads them starts anew.
  if (equal(...held) || Array.isArray(held[0]) !== Array.isArray(held[1])) return [whole]
  return changesAt(...held, { ...spot, inText: true })
}

/** What differs between two lists. An item without a natural key stands by its index: among those before if it went. */
const itemChanges = (before: Items, after: Items, spot: Spot): readonly FieldChange[] => {
  if (equal(before, after)) return []
  const orderless = !spot.inText && isOrderless(spot.path.at(-1) ?? '', [...before, ...after])
  const label = naturalKey(before, after)
  if (label !== undefined) {
    return [...labelledChanges(before, after, label, spot), ...(orderless ? [] : moved(before, after, label, spot))]
  }
  const keys = [before.map(canonical), after.map(canonical)] as const
  const matches = orderless ? matchedAnywhere(before, after, keys) : matchedInOrder(before, after, keys)
  return matches.flatMap((match) => {
    if (match.before === undefined) return [fieldChange(at(spot, match.after), undefined, after[match.after])]
    if (match.after === undefined) return [fieldChange(at(spot, match.before), before[match.before], undefined)]
    return changesAt(before[match.before], after[match.after], below(spot, itemStep(match.after)))
  })
}

const at = ({ path }: Spot, index: number): readonly string[] => [...path, itemStep(index)]

const labelledChanges = (before: Items, after: Items, label: Label, spot: Spot): readonly FieldChange[] => {
  const old = new Map(before.map((item) => [label(item), item]))
  const young = new Map(after.map((item) => [label(item), item]))
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((name) =>
    changesAt(old.get(name), young.get(name), below(spot, itemStep(name))),
  )
}

/** Items of both states that stand in another order than before. */
const moved = (before: Items, after: Items, label: Label, { path }: Spot): readonly FieldChange[] => {
  const [old, young] = [before.map(label), after.map(label)]
  const [kept, stands] = [new Set(old), new Set(young)]
  const was = old.filter((name) => stands.has(name))
  const is = young.filter((name) => kept.has(name))
  return equal(was, is) ? [] : [fieldChange([...path, orderStep], was, is)]
}

const below = (spot: Spot, step: string): Spot => ({ ...spot, path: [...spot.path, step] })

const fieldChange = (path: readonly string[], before: unknown, after: unknown): FieldChange => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})
