import { inspect } from 'node:util'
import { nearest } from '../../nearest.ts'
import type { Place, Problem } from '../../problem.ts'

/** Looks at one value of the fleet and says what is wrong with it. `undefined` never reaches a check: it means "not given". */
export type Check = (value: unknown, place: Place) => readonly Problem[]

/** One check for each option of a component. */
export type OptionChecks<O> = { readonly [Name in keyof Required<O>]: Check }

/** How a wrong value is shown in a message: on one line, cut where it gets long. */
export const shown = (value: unknown): string => {
  const text =
    typeof value === 'string' ? `'${value.replaceAll('\n', '\\n')}'` : (json(value) ?? inspect(value, oneLine))
  return text.length > 80 ? `${text.slice(0, 78)} …` : text
}

const oneLine = { breakLength: Number.POSITIVE_INFINITY, depth: 1 }

/** Lists and maps as JSON, unless they hold what it has no words for. */
const json = (value: unknown): string | undefined => {
  try {
    return Array.isArray(value) || (isRecord(value) && !('toJSON' in value)) ? JSON.stringify(value) : undefined
  } catch {
    return undefined
  }
}

const wrong = (rule: string, place: Place, value: unknown, mustBe: string, example: string): Problem => ({
  rule,
  place,
  reason: `${shown(value)} is not ${mustBe}`,
  fix: `write ${mustBe}, such as ${example}`,
})

/** A check that a string matches a pattern. `mustBe` continues "is not …". */
export const matching =
  (rule: string, pattern: RegExp, mustBe: string, example: string): Check =>
  (value, place) =>
    typeof value === 'string' && pattern.test(value) ? [] : [wrong(rule, place, value, mustBe, example)]

/** A check by a predicate. */
export const satisfying =
  (rule: string, holds: (value: unknown) => boolean, mustBe: string, example: string): Check =>
  (value, place) =>
    holds(value) ? [] : [wrong(rule, place, value, mustBe, example)]

/** One of a few words; the nearest is suggested. */
export const oneOf =
  (rule: string, what: string, words: readonly string[]): Check =>
  (value, place) => {
    if (typeof value === 'string' && words.includes(value)) return []
    const guess = typeof value === 'string' ? nearest(value, words) : undefined
    return [
      {
        rule,
        place,
        reason: `${shown(value)} is no ${what}`,
        fix:
          guess === undefined
            ? `write one of: ${words.join(', ')}`
            : `write '${guess}' (there are: ${words.join(', ')})`,
      },
    ]
  }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A map with these members and no others. Members in `required` must be there. */
export const shape =
  (what: string, members: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, place) => {
    if (!isRecord(value)) return [wrong('shape', place, value, 'a map', `{ ${Object.keys(members)[0]}: … }`)]
    return [...given(what, members, value, place), ...missing(what, required, value, place)]
  }

const given = (
  what: string,
  members: Readonly<Record<string, Check>>,
  value: Readonly<Record<string, unknown>>,
  place: Place,
): Problem[] =>
  Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined) return []
    const check = Object.hasOwn(members, name) ? members[name] : undefined
    return check === undefined
      ? [unknownMember(what, Object.keys(members), name, place)]
      : check(member, [...place, name])
  })

const unknownMember = (what: string, known: readonly string[], name: string, place: Place): Problem => {
  const guess = nearest(name, known)
  return {
    rule: 'known-option',
    place: [...place, name],
    reason: `${what} has no ${shown(name)}`,
    fix: guess === undefined ? `remove it, or use one of: ${known.join(', ')}` : `write ${guess}`,
  }
}

const missing = (
  what: string,
  required: readonly string[],
  value: Readonly<Record<string, unknown>>,
  place: Place,
): Problem[] =>
  required
    .filter((name) => value[name] === undefined)
    .map((name) => ({
      rule: 'required-option',
      place,
      reason: `${what} lacks ${shown(name)}`,
      fix: `add ${name}`,
    }))

/** A list, each element of which passes. */
export const listOf =
  (element: Check): Check =>
  (value, place) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => element(one, [...place, String(index)]))
      : [wrong('shape', place, value, 'a list', '[…]')]

/** A map from names of the user's choosing to values that pass. */
export const mapOf =
  (element: Check): Check =>
  (value, place) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : element(one, [...place, name])))
      : [wrong('shape', place, value, 'a map', '{ name: … }')]

/** Passes whatever comes: another stage looks closer. */
export const anything: Check = () => []
