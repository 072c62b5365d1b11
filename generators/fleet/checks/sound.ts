import type { Place, Problem } from '../../problem.ts'
import { type Check, isRecord } from './check.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * Checks a map and leaves out of it what is wrong or `undefined`, so that whatever reads it meets nothing unexpected,
 * and everything else in it is still looked at. Adds the problems to those found so far.
 */
export const sound = (check: Check, value: unknown, place: Place, problems: Problem[]): Members => {
  const found = check(value, place)
  problems.push(...found)
  if (!isRecord(value)) return {}
  return given(found.length === 0 ? value : withoutWrong(value, check))
}

/** What is `undefined` was not given, however deep. */
const given = (map: Members): Members => {
  if (isGiven(map)) return map
  const entries = Object.entries(map).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, isPlain(value) ? given(value) : value]))
}

const isGiven = (map: Members): boolean =>
  Object.keys(map).every((key) => map[key] !== undefined && (!isPlain(map[key]) || isGiven(map[key])))

/** An instance of a class keeps its methods. */
const isPlain = (value: unknown): value is Members =>
  isRecord(value) && Object.getPrototypeOf(value) === Object.prototype

/** What is left is looked at again: a part may not do without what was left out of it. */
const withoutWrong = (map: Members, check: Check): Members => {
  // What is wrong with the map as a whole is a member that it lacks.
  const wrong = check(map, []).flatMap(({ place }) => (place.length > 0 ? [place] : []))
  return wrong.length === 0 ? map : withoutWrong(membersWithout(map, wrong), check)
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
