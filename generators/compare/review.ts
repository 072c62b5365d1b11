import type { Place } from '../problem.ts'
import type { Change, ObjectIdentity } from './change.ts'
import type { Unbuilt } from './deployed.ts'

/** A change that clusters of one environment have in common, said once. */
export interface ChangeGroup {
  readonly environment: string
  readonly component: string
  readonly namespaces: readonly string[]
  readonly clusters: readonly string[]
  readonly change: Change
  /** What it means, a line each: `chart 88.5.2 → 88.5.3`, `retention 10d → 15d`, `2 alerts added`. */
  readonly words: readonly string[]
  /** Where the fleet says so. */
  readonly causes: readonly Cause[]
  readonly risks: readonly Risk[]
}

/** A place in the fleet that made files change. */
export interface Cause {
  readonly place: Place
  /** The line in `generators/fleet.ts` of the new state, from 1. Undefined where it is not there any more. */
  readonly line?: number
  /** Where the fleet says the same of it as before: how it may come all the same. A sentence without a full stop. */
  readonly because?: string
}

/** Something that a reviewer must know before the rest. */
export interface Risk {
  /** In kebab-case: `deletes-data`. */
  readonly name: string
  /** What would happen, to what: `the claim loki-0 of loki goes away, with what it holds`. */
  readonly what: string
  /** Why that is dangerous, and what to do about it, in a sentence or two. */
  readonly because: string
  readonly object?: ObjectIdentity
}

/** Two states of the tree, held against each other as clusters would see them. */
export interface Review {
  readonly before: Named
  readonly after: Named
  /** Those with risks first, then by environment, component and clusters. */
  readonly groups: readonly ChangeGroup[]
  /** Risks of the change as a whole: `all environments at once`. Those of a group stand there. */
  readonly risks: readonly Risk[]
  readonly unbuilt: readonly Unbuilt[]
  readonly charts: ChartsCompared
  readonly totals: Totals
}

interface Named {
  readonly name: string
  readonly commit?: string
}

/** Whether helm was asked what the charts make of it. `reason` continues "What the charts make of it is not shown: ". */
export type ChartsCompared = { readonly compared: true } | { readonly compared: false; readonly reason: string }

export interface Totals {
  /** Clusters that get any change, of all that there are. */
  readonly clusters: { readonly changed: number; readonly all: number }
  readonly objects: { readonly added: number; readonly changed: number; readonly removed: number }
  /** Rendered files that differ. */
  readonly files: number
}
