/// <reference types="node" />

/** How a repository stands: what is wrong with its fleet, and where its tree is not as the fleet says. */
export interface CheckedTree {
  /** `generators/fleet.ts:12:9  clusters.a…retention: '2 days' is not a duration; write a duration, such as '10d'` */
  readonly problems: readonly string[]
  /** Paths of files that a render would make, change or prune, in order. Empty where there are problems. */
  readonly differing: readonly string[]
}

/** Renders the fleet of this repository as `render --check` does. Writes nothing. */
export declare const checkTree: () => Promise<CheckedTree>
