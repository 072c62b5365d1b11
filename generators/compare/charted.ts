import type { Change, ObjectChange } from './change.ts'
import type { ComparedPair } from './changes.ts'
import type { DeployedPair } from './deployed.ts'
import type { ChartsCompared } from './review.ts'

/** A release that changes, as the first cluster of those that change alike has it. */
export interface ChangedRelease {
  readonly change: Change
  readonly pair: DeployedPair
}

/** What charts make of releases that change. A release that is not in `objects` could not be looked at. */
export interface Charted {
  readonly charts: ChartsCompared
  readonly objects: ReadonlyMap<Change, readonly ObjectChange[]>
}

/** Asks helm, where it and the charts are at hand. */
export type AskCharts = (releases: readonly ChangedRelease[]) => Promise<Charted>

/** The releases that change, each once for all clusters where they change alike. */
export const changedReleases = (compared: readonly ComparedPair[]): readonly ChangedRelease[] => {
  const first = new Map<Change, ChangedRelease>()
  for (const { pair, change } of compared) {
    if (change.change.release !== undefined && !first.has(change.change))
      first.set(change.change, { change: change.change, pair })
  }
  return [...first.values()]
}

/** The same changes with what charts make of them. Clusters that shared a change still do. */
export const withCharted = (
  compared: readonly ComparedPair[],
  objects: ReadonlyMap<Change, readonly ObjectChange[]>,
): readonly ComparedPair[] => {
  const known = new Map([...objects].map(([change, charted]): [Change, Change] => [change, { ...change, charted }]))
  return compared.map(({ change, ...rest }) => ({
    ...rest,
    change: { ...change, change: known.get(change.change) ?? change.change },
  }))
}
