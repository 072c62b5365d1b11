import { nearest } from '../nearest.ts'

/** What to say of a cluster that the fleet does not have; undefined when it does. */
export const unknownCluster = (wanted: string, clusters: readonly string[]): string | undefined => {
  if (clusters.includes(wanted)) return undefined
  const guess = nearest(wanted, clusters)
  return `there is no cluster ${wanted}: ${guess === undefined ? `there are ${clusters.join(', ')}` : `did you mean ${guess}?`}`
}
