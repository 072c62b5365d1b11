import type { What } from '../../compare/change.ts'

/** What the page's script is given of a review: every line of YAML, every change and every list of clusters once. */
export interface PageData {
  /** Lines of YAML that differences show, by whose index they are told. */
  readonly lines: readonly string[]
  /** The differences of each change; groups that change alike share one. */
  readonly changes: readonly (readonly PageDifference[])[]
  readonly clusterLists: readonly (readonly string[])[]
  /** Why risks are dangerous, and what to do about them. */
  readonly reasons: readonly string[]
  readonly groups: readonly PageGroup[]
}

export interface PageGroup {
  /** By which an address names it: `prod/web`. */
  readonly id: string
  readonly environment: string
  readonly component: string
  readonly what: What
  readonly namespaces: readonly string[]
  readonly words: readonly string[]
  readonly causes: readonly PageCause[]
  readonly risks: readonly PageRisk[]
  /** An index of `clusterLists`. */
  readonly clusters: number
  /** An index of `changes`. */
  readonly change: number
}

export interface PageCause {
  /** `environments.prod.web` */
  readonly place: string
  readonly line?: number
  /** Where the fleet says the same of it as before: how it may come all the same. */
  readonly because?: string
}

export interface PageRisk {
  readonly name: string
  readonly what: string
  /** An index of `reasons`. */
  readonly because: number
}

export interface PageDifference {
  /** `Deployment monitoring/web` */
  readonly of: string
  readonly what: What
  readonly before: Runs
  readonly hunks: readonly Hunk[]
}

/** From which line of `before`, counted from 0, how many lines go, and which come in their place. */
export type Hunk = readonly [at: number, gone: number, come: Runs]

/** Indexes in pairs: the first of some that follow one another, and how many they are. */
export type Runs = readonly number[]
