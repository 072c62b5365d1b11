import { isAt } from '../../plan/dependencies.ts'
import type { Placement } from '../../plan/placement.ts'

/** One component starts after another. */
export interface Order {
  readonly before: Placement
  readonly after: Placement
}

/** Who waits for whom, without what follows from the rest: who waits for what waits itself need not be told twice. */
export const withoutImplied = (placements: readonly Placement[]): readonly Order[] => {
  const direct = new Map(
    placements.map((one) => [one, one.dependsOn.flatMap((at) => placements.find((other) => isAt(other, at)) ?? [])]),
  )
  const all = new Map<Placement, ReadonlySet<Placement>>()
  const allOf = (one: Placement, path: readonly Placement[] = []): ReadonlySet<Placement> => {
    const known = all.get(one)
    if (known !== undefined) return known
    // A cycle is a problem of its own; here it only must not go on for ever.
    const firsts = (direct.get(one) ?? []).filter((first) => !path.includes(first))
    const found = new Set(firsts.flatMap((first) => [first, ...allOf(first, [...path, one])]))
    all.set(one, found)
    return found
  }
  return placements.flatMap((after) => {
    const firsts = direct.get(after) ?? []
    if (firsts.length < 2) return firsts.map((before) => ({ before, after }))
    return firsts
      .filter((before) => !firsts.some((other) => other !== before && allOf(other).has(before)))
      .map((before) => ({ before, after }))
  })
}
