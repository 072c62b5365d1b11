/** A property path in the fleet: `['clusters', 'homelab', 'namespaces', 'monitoring', 'loki', 'size']`. A component stands by its name, not its index. */
export type Place = readonly string[]

/** A mistake found: the rule that found it, where it stands in the fleet, what is wrong and what to do about it. */
export interface Problem {
  /** The rule's name, in kebab-case: `known-storage-class`. */
  readonly rule: string
  readonly place: Place
  /** What it is about instead of the fleet: a file or folder from the root of the repository, `.` for all of it. */
  readonly file?: string
  /** One sentence without a full stop. */
  readonly reason: string
  /** One imperative sentence without a full stop. */
  readonly fix: string
}

/** The place as people write it: `clusters.homelab.namespaces.monitoring.loki.size`. */
export const placeName = (place: Place): string => (place.length === 0 ? 'the fleet' : place.join('.'))
