import type { PlacedException } from '../fleet/complete/complete-fleet.ts'
import type { Problem } from '../problem.ts'

/** Rules as the fleet's exceptions leave them; remembers which exceptions were needed. */
export const exceptions = (made: readonly PlacedException[]) => {
  const needed = new Set<PlacedException>()
  const isExcepted = (problem: Problem): boolean => {
    const covering = made.filter((one) => covers(one, problem))
    for (const one of covering) needed.add(one)
    return covering.length > 0
  }
  return {
    /** The problems that no exception covers. */
    remaining: (problems: readonly Problem[]): readonly Problem[] =>
      made.length === 0 ? problems : problems.filter((one) => !isExcepted(one)),
    /** The exceptions that covered something so far. */
    needed: (): readonly PlacedException[] => made.filter((one) => needed.has(one)),
    /** The others, as problems. */
    needless: (): readonly Problem[] => made.filter((one) => !needed.has(one)).map(needless),
  }
}

/** What stands at the place, and all below it. */
const covers = ({ rule, at }: PlacedException, problem: Problem): boolean =>
  problem.rule === rule && `${problem.place.join('.')}.`.startsWith(`${at}.`)

const needless = ({ rule, at, place }: PlacedException): Problem => ({
  rule: 'exception-used',
  place,
  reason: `${rule} finds nothing at ${at}, so there is nothing to switch off`,
  fix: 'remove the exception',
})
