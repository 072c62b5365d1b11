import type { Place } from '../problem.ts'
import { settled } from '../review/source/settled.ts'
import { type FleetText, type Member, meaningOf, membersOf, readFleet } from './fleet-members.ts'
import { lineFinder } from './lines.ts'
import { textSameness } from './text-sameness.ts'

/** A place that two texts of the fleet do not say the same of. */
export interface FleetChange {
  readonly place: Place
  /** The line in the new text, from 1. Undefined where it is not there any more. */
  readonly line?: number
  /** How many steps of the place lead to the component that it belongs to. Undefined for settings. */
  readonly component?: number
  /** Names and longer texts that stand there in either state: by them it is known elsewhere. */
  readonly says: readonly string[]
}

/**
 * What differs between two texts of the fleet, at the deepest places, in the order of the new text; layout and comments do
 * not count. Undefined where one of them cannot be read.
 */
export const fleetChanges = (before: string, after: string): readonly FleetChange[] | undefined => {
  const [old, young] = [readFleet(before), readFleet(after)]
  return old === undefined || young === undefined ? undefined : changesBetween(old, young)
}

type Spot = Pick<FleetChange, 'component' | 'place'>

const changesBetween = (old: FleetText, young: FleetText): readonly FleetChange[] => {
  const isSameText = textSameness(old, young)
  const lineOf = lineFinder(young.text)
  const below = (before: Member, after: Member, spot: Spot): readonly FleetChange[] => {
    if (isSameText(before.value, after.value)) return []
    const [was, is] = [membersOf(before), membersOf(after)]
    const changes = [...new Set([...is.keys(), ...was.keys()])].flatMap((step) =>
      one(was.get(step), is.get(step), inner(spot, step, is.get(step) ?? was.get(step))),
    )
    // Options that are all gone leave a place that can still be pointed at.
    const isEmptied = is.size === 0 && changes.length > 0
    if (!isEmptied && (changes.length > 0 || meaningOf(before.value) === meaningOf(after.value))) return changes
    // Where all that is written there is a name, its definition changed.
    const line = lineOf(is.size === 0 ? definitionOf(after) : after.offset)
    return [{ ...spot, line, says: [...says(spot, before, old), ...says(spot, after, young)] }]
  }
  const one = (before: Member | undefined, after: Member | undefined, spot: Spot): readonly FleetChange[] => {
    if (before !== undefined && after !== undefined) return below(before, after, spot)
    if (after !== undefined) return [{ ...spot, line: lineOf(after.offset), says: says(spot, after, young) }]
    return before === undefined ? [] : [{ ...spot, says: says(spot, before, old) }]
  }
  return below(old.fleet, young.fleet, { place: [] })
}

/** Short texts would be met everywhere by chance. */
const telling = /(['"`])([^'"`\n]{6,})\1/g

const says = ({ place, component }: Spot, { value }: Member, { text }: FleetText): readonly string[] => {
  const name = place[(component ?? place.length) - 1] ?? ''
  const node = settled(value).node
  const written = text.slice(node.start ?? 0, node.end ?? 0)
  return [name, ...[...written.matchAll(telling)].map(([, , literal]) => literal!)]
}

const definitionOf = ({ value, offset }: Member): number => {
  const { node } = settled(value)
  return node === value.node ? offset : (node.start ?? offset)
}

const inner = (spot: Spot, step: string, member: Member | undefined): Spot => {
  const place = [...spot.place, step]
  const isComponent = member?.isItem === true && place.length === componentDepth(place)
  const component = spot.component ?? (isComponent ? place.length : undefined)
  return component === undefined ? { place } : { place, component }
}

/** Components stand in `base`, in `environments.dev` and in `clusters.homelab.namespaces.monitoring`. */
const componentDepth = ([owners]: Place): number | undefined =>
  ({ base: 2, environments: 3, clusters: 5 })[owners ?? '']
