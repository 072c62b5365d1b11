import type { Problem } from '../problem.ts'
import type { Placement } from './placement.ts'

/** Every cycle among the components of a cluster, as a problem that prints it. A controller would wait in it for ever. */
export const cycles = (placements: readonly Placement[]): readonly Problem[] => {
  const byKey = new Map(placements.map((one) => [keyOf(one.namespace.name, one.name), one]))
  const done = new Set<Placement>()
  const problems: Problem[] = []
  const visit = (placement: Placement, path: readonly Placement[]): void => {
    const start = path.indexOf(placement)
    if (start >= 0) problems.push(cycleProblem([...path.slice(start), placement]))
    if (start >= 0 || done.has(placement)) return
    for (const { namespace, name } of placement.dependsOn) {
      const next = byKey.get(keyOf(namespace, name))
      if (next !== undefined) visit(next, [...path, placement])
    }
    done.add(placement)
  }
  for (const placement of placements) visit(placement, [])
  return problems
}

const keyOf = (namespace: string, name: string): string => `${namespace}/${name}`

const cycleProblem = (cycle: readonly Placement[]): Problem => ({
  rule: 'no-cycle',
  place: cycle[0]?.place ?? [],
  reason: `components wait for each other for ever: ${cycle.map(({ namespace, name }) => keyOf(namespace.name, name)).join(' → ')}`,
  fix: 'take one of these requirements away, or remove an `after`',
})
