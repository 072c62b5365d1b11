import type { Cluster } from './cluster.ts'
import type { Placeable } from './component.ts'
import type { Environment } from './environment.ts'
import type { Exception } from './exceptions.ts'

/** The Git repository that holds the fleet and its rendered tree. */
export interface Repository {
  /** Its address, as the clusters reach it. */
  readonly url: string
  /** What is on this branch is what runs. */
  readonly branch: string
}

export interface Fleet<E extends string = string> {
  /** Where the clusters read the tree from. */
  readonly repository: Repository
  /** Options that hold in every environment: the base layer, over the catalogue's own defaults. */
  readonly base?: readonly Placeable[]
  /** What clusters share, by a name that becomes a folder: `dev`, `prod`. */
  readonly environments: Readonly<Record<E, Environment>>
  /** What each cluster runs, by its name. */
  readonly clusters: Readonly<Record<string, Cluster<NoInfer<E>>>>
  /** Rules that are switched off, each at a place and with a reason: `except('persistence', { … })`. Default: none. */
  readonly exceptions?: readonly Exception[]
}

const mark = Symbol.for('fleetwright.fleet')

/** Describes the fleet. An environment that is not there does not compile. */
export const defineFleet = <const E extends string>(fleet: Fleet<E>): Fleet<E> =>
  Object.defineProperty({ ...fleet }, mark, { value: true })

/** Whether something was made by `defineFleet`. */
export const isFleet = (value: unknown): value is Fleet =>
  typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[mark] === true
