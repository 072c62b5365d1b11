import type { Place } from '../problem.ts'
import { positionAt } from '../review/source/position.ts'
import { settled } from '../review/source/settled.ts'
import { fleetIn, type Member, meaningOf, membersOf } from './fleet-members.ts'

/** A place that two texts of the fleet do not say the same of. */
export interface FleetChange {
  readonly place: Place
  /** The line in the new text, from 1. Undefined where it is not there any more. */
  readonly line?: number
  /** How many steps of the place lead to the component that it belongs to. Undefined for settings. */
  readonly component?: number
}

/**
 * What differs between two texts of the fleet, at the deepest places, in the order of the new text; layout and comments do
 * not count. Undefined where one of them cannot be read.
 */
export const fleetChanges = (before: string, after: string): readonly FleetChange[] | undefined => {
  if (before === after) return []
  const [old, young] = [fleetIn(before), fleetIn(after)]
  return old === undefined || young === undefined ? undefined : changesBelow(old, young, { place: [] }, after)
}

type Spot = Pick<FleetChange, 'component' | 'place'>

const changesBelow = (before: Member, after: Member, spot: Spot, text: string): readonly FleetChange[] => {
  if (meaningOf(before.value) === meaningOf(after.value)) return []
  const [old, young] = [membersOf(before), membersOf(after)]
  const here = { ...spot, line: positionAt(text, after.offset).line }
  // Where all that is written there is a name, its definition changed.
  if (old.size === 0 && young.size === 0) return [{ ...here, line: positionAt(text, definitionOf(after)).line }]
  const changes = [...new Set([...young.keys(), ...old.keys()])].flatMap((step): readonly FleetChange[] => {
    const [was, is] = [old.get(step), young.get(step)]
    const inner = below(spot, step, (is ?? was)?.isItem ?? false)
    if (is === undefined) return [inner]
    return was === undefined
      ? [{ ...inner, line: positionAt(text, is.offset).line }]
      : changesBelow(was, is, inner, text)
  })
  // It is written with other words, which name nothing that differs.
  return changes.length === 0 ? [here] : changes
}

const definitionOf = ({ value, offset }: Member): number => {
  const { node } = settled(value)
  return node === value.node ? offset : (node.start ?? offset)
}

const below = (spot: Spot, step: string, isItem: boolean): Spot => {
  const place = [...spot.place, step]
  const component = spot.component ?? (isItem && place.length === componentDepth(place) ? place.length : undefined)
  return component === undefined ? { place } : { place, component }
}

/** Components stand in `base`, in `environments.dev` and in `clusters.homelab.namespaces.monitoring`. */
const componentDepth = ([owners]: Place): number | undefined =>
  ({ base: 2, environments: 3, clusters: 5 })[owners ?? '']
