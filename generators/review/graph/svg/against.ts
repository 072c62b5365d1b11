import type { Edge } from '../graph.ts'

/**
 * Arrows that lead back to where what they come from was sent from, such as the metrics of a store to the scraper that feeds
 * it. They are laid out like the way there and drawn the other way round: as arrows from right to left they would each run
 * around all that is between.
 */
export const againstTheStream = (edges: readonly Edge[]): ReadonlySet<Edge> => {
  const next = new Map<string, string[]>()
  for (const { from, to, kind } of edges) {
    if (kind !== 'scrapes' && kind !== 'waits') next.set(from, [...(next.get(from) ?? []), to])
  }
  const known = new Map<string, Set<string>>()
  const after = (start: string): ReadonlySet<string> => {
    const found = known.get(start) ?? new Set(next.get(start))
    // Grows while it is walked: what is added is walked as well.
    for (const one of found) for (const further of next.get(one) ?? []) found.add(further)
    known.set(start, found)
    return found
  }
  return new Set(edges.filter(({ from, to, kind }) => kind === 'scrapes' && after(to).has(from)))
}
