import { grouped } from '../grouped.ts'
import { placeInHeader } from '../output/header.ts'
import type { Place } from '../problem.ts'
import { locator } from '../review/locate.ts'
import { changeText } from './changes.ts'
import { type FleetChange, fleetChanges } from './fleet-changes.ts'
import type { SharedChange } from './groups.ts'
import type { Cause } from './review.ts'
import type { TreeState } from './state.ts'

/** What is looked at: a change that clusters share, and the files behind it. */
type Shared = Pick<SharedChange, 'change' | 'clusters' | 'environment' | 'namespaces' | 'pairs'>

/** More places than these say no more to a reviewer. */
const most = 4

const fleetFile = 'generators/fleet.ts'

/**
 * Finds the places in the fleet that make something change: what changed where its files or its placements say that they
 * come from, or else among the settings of its clusters and environment. Where neither did, it says so, and names what
 * this follows from as far as the change speaks of it: a component that another one talks to, a cluster more.
 */
export const causeFinder = (before: TreeState, after: TreeState): ((shared: Shared) => readonly Cause[]) => {
  const [old, young] = [textOf(before, fleetFile), textOf(after, fleetFile)]
  const changes = fleetChanges(old, young)
  const changesAt = changeFinder(changes ?? [])
  const find = locator(young)
  return (shared) => {
    const places = placesOf(shared, [before, after])
    const placed = places.slice(-1)
    if (changes === undefined) return placed.map((place) => ({ place }))
    const stays = (because: string) => placed.map((place) => ({ place, line: find(place).line, because }))
    if (changes.length === 0) return stays(unchanged)
    const found = [
      told(changesAt(places)),
      told(changes.filter(isSettingOf(shared))),
      told(changes.filter(isSpokenOf(shared))).map((cause) => ({ ...cause, because: follows })),
    ]
    return found.find((causes) => causes.length > 0) ?? stays(unclear)
  }
}

const same = 'the fleet says the same of this as before'
const follows = `${same}, and this speaks of what changed here`
const unchanged = `${same}: another version of Fleetwright, or of a chart in its catalogue, renders it otherwise`
const unclear = `${same}: it follows from something else that changed in it, or from another version of Fleetwright`

const textOf = (state: TreeState, path: string): string => (state.files.has(path) ? state.read(path) : '')

/** From what its files are rendered: the layers that clusters share by their headers, what is a cluster's own by its placement. */
const placesOf = ({ pairs }: Shared, states: readonly TreeState[]): readonly Place[] => {
  const files = new Set(pairs.flatMap(({ pair }) => pair.files.filter((file) => !/(^|\/)clusters\//.test(file))))
  const headers = [...files].toSorted().flatMap((file) => states.map((state) => placeInHeader(textOf(state, file))))
  const placements = pairs.flatMap(({ pair }) => [pair.before, pair.after].map((one) => one?.place))
  return [...headers, ...placements].filter((place) => place !== undefined)
}

/** Finds what changed at places, within them, or around them with all that is there. */
const changeFinder = (changes: readonly FleetChange[]): ((places: readonly Place[]) => readonly FleetChange[]) => {
  const exact = new Map(changes.map((change) => [keyOf(change.place), change]))
  const within = grouped(
    changes.flatMap((change) => prefixes(change.place).map((key) => ({ key, change }))),
    ({ key }) => key,
  )
  return (places) => {
    const found = new Set(
      places.flatMap((place) => [
        ...(within.get(keyOf(place)) ?? []).map(({ change }) => change),
        ...prefixes(place).flatMap((key) => exact.get(key) ?? []),
      ]),
    )
    return changes.filter((change) => found.has(change))
  }
}

const keyOf = (place: Place): string => place.join('\n')

const prefixes = (place: Place): readonly string[] => place.map((_, index) => keyOf(place.slice(0, index + 1)))

/** Whether a change is none of a component, but of who owns this one: a storage class, a Secret, the repository. */
const isSettingOf =
  ({ clusters, environment, namespaces }: Shared) =>
  ({ place, component }: FleetChange): boolean => {
    const [owners, owner = '', within, namespace = ''] = place
    if (component !== undefined) return false
    if (owners === 'environments') return owner === environment
    if (owners !== 'clusters') return owners !== 'base'
    return clusters.includes(owner) && (within !== 'namespaces' || namespaces.includes(namespace))
  }

/** Whether what changes in the tree names what changed in the fleet. */
const isSpokenOf = ({ change }: Shared): ((one: FleetChange) => boolean) => {
  const text = changeText(change)
  return ({ says }) => says.some((word) => word.length > 3 && text.includes(word))
}

/** Each line once: what several clusters share is written once. */
const told = (changes: readonly FleetChange[]): readonly Cause[] =>
  changes
    .filter(({ line }, index) => line === undefined || changes.findIndex((other) => other.line === line) === index)
    .slice(0, most)
    .map(({ place, line }) => ({ place, ...(line !== undefined && { line }) }))
