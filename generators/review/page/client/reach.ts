import { counted } from './counted.ts'

/** Clusters by name, the first few of many: `eu-1, us-1`, `c-1, c-2, c-3 and 997 other clusters`. */
export const reachOf = (clusters: readonly string[], most = 3): string =>
  clusters.length <= most + 1
    ? clusters.join(', ')
    : `${clusters.slice(0, most).join(', ')} and ${counted(clusters.length - most, 'other cluster')}`
