import type { Place, Problem } from '../../problem.ts'
import { type Check, isRecord } from './check.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * Checks a map and leaves out of it what is wrong, so that whatever reads it meets nothing unexpected, and everything
 * else in it is still looked at. Adds the problems to those found so far.
 */
export const sound = (check: Check, value: unknown, place: Place, problems: Problem[]): Members => {
  const found = check(value, place)
  problems.push(...found)
  if (!isRecord(value)) return {}
  // What is wrong with the map as a whole is a member that it lacks.
  const wrong = found.map((problem) => problem.place.slice(place.length)).filter((path) => path.length > 0)
  return wrong.length === 0 ? value : membersWithout(value, wrong)
}

const membersWithout = (map: Members, wrong: readonly Place[]): Members =>
  Object.fromEntries(partsWithout(Object.entries(map), wrong))

/** The parts of a map or list, each with its key, without those that are wrong. */
const partsWithout = (parts: readonly (readonly [string, unknown])[], wrong: readonly Place[]) =>
  parts.flatMap(([key, part]): readonly (readonly [string, unknown])[] => {
    const inside = wrong.flatMap(([step, ...rest]) => (step === key ? [rest] : []))
    if (inside.length === 0) return [[key, part]]
    if (inside.some((path) => path.length === 0)) return []
    if (isRecord(part)) return [[key, membersWithout(part, inside)]]
    return Array.isArray(part) ? [[key, partsWithout(indexed(part), inside).map(([, one]) => one)]] : []
  })

const indexed = (list: readonly unknown[]) => list.map((one, index) => [String(index), one] as const)
