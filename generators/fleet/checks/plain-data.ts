import type { Place, Problem } from '../../problem.ts'
import { type Check, shown } from './check.ts'

/** Passes what YAML and JSON can hold, however deep: text, numbers, yes and no, nothing, lists and maps of these. */
export const plainData: Check = (value, place) => mistakesIn(value, place, [])

/** Passes a map of such data. */
export const dataMap: Check = (value, place) =>
  kindOf(value) === 'map' ? plainData(value, place) : [noData(value, place, 'no map', 'write a map: { name: … }')]

type Kind = 'list' | 'map' | 'other' | 'scalar'

const mistakesIn = (value: unknown, place: Place, around: readonly unknown[]): readonly Problem[] => {
  const kind = kindOf(value)
  if (kind === 'scalar') return []
  if (kind === 'other') return [noData(value, place)]
  if (around.includes(value))
    return [noData(value, place, 'part of itself', 'write it out, as often as it shall stand there')]
  return Object.entries(value as object).flatMap(([key, part]) => mistakesIn(part, [...place, key], [...around, value]))
}

const kindOf = (value: unknown): Kind => {
  if (value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value)) return 'scalar'
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? 'other' : 'scalar'
  if (Array.isArray(value)) return 'list'
  // A Date, a Map or a Promise holds something that its members do not show.
  return Object.prototype.toString.call(value) === '[object Object]' ? 'map' : 'other'
}

const noData = (
  value: unknown,
  place: Place,
  is = 'nothing that YAML can hold',
  fix = 'write text, a number, true or false, a list or a map',
): Problem => ({ rule: 'plain-data', place, reason: `${shown(value)} is ${is}`, fix })
