import { noSuch } from '../no-such.ts'

/** What to say of a cluster that the fleet does not have; undefined when it does. */
export const unknownCluster = (wanted: string, clusters: readonly string[]): string | undefined =>
  clusters.includes(wanted) ? undefined : noSuch('cluster', wanted, clusters)
