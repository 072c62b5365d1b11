import type { ChangeGroup } from '../compare/review.ts'
import { count } from './count.ts'

/** Names of clusters that are listed before the rest is only counted. */
const listed = 8

/** Who gets a change: clusters by name as long as these can be read, and their namespaces. `shown` writes a name. */
export const reachOf = (
  { clusters, namespaces }: Pick<ChangeGroup, 'clusters' | 'namespaces'>,
  shown: (name: string) => string = (name) => name,
): string => {
  const named = clusters.slice(0, listed).map(shown).join(', ')
  const others = clusters.length - listed
  const where = `in ${namespaces.map(shown).join(', ')}`
  return others > 0 ? `${named} and ${count(others, 'other cluster')}, ${where}` : `${named}, ${where}`
}
