import { nearest } from '../../nearest.ts'
import { report, type Walk } from './finding.ts'
import { isOf } from './scalar-types.ts'
import type { ScalarSchema } from './schema.ts'
import { patternWords, retyped, shown, typeWords } from './wording.ts'

/** What is checked: a value, or the key of a map. */
type Role = 'key' | 'value'

/** Checks a value that has no parts. */
export const checkScalar = (value: unknown, schema: ScalarSchema, walk: Walk, role: Role = 'value'): void => {
  if (!isOf(schema.type, value)) wrongType(value, schema, walk)
  else if (schema.enum !== undefined) checkEnum(value as string | number, schema.enum, walk)
  else if (typeof value === 'string') checkText(value, schema, walk, role)
  else if (typeof value === 'number') checkSize(value, schema, walk)
}

const wrongType = (value: unknown, { type }: ScalarSchema, walk: Walk): void => {
  // What stands in clear text where base64 belongs may be a password, and problems end up in logs.
  const secret = type === 'base64' && typeof value === 'string'
  report(walk, `is ${secret ? '' : `${shown(value)}, `}not ${typeWords[type]}`, retyped(value, type))
}

const checkEnum = (value: string | number, allowed: readonly (string | number)[], walk: Walk): void => {
  if (allowed.includes(value)) return
  const words = allowed.filter((word) => word !== '').map(String)
  report(
    walk,
    `is ${shown(value)}, not one of ${words.join(', ')}`,
    `write ${nearest(String(value), words) ?? 'one of them'}`,
  )
}

const checkText = (value: string, schema: ScalarSchema, walk: Walk, role: Role): void => {
  const { minLength, maxLength, pattern } = schema
  // Nearly every text is as it should be, and need not be quoted.
  const what = () => (role === 'key' ? `has the key ${shown(value)}` : `is ${shown(value)}`)
  if (minLength !== undefined && value.length < minLength) {
    report(walk, `${what()}, too short`, `write at least ${characters(minLength)}`)
  } else if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength) {
    report(walk, `${what()}, too long`, `write at most ${characters(maxLength)}`)
  } else if (pattern !== undefined && !pattern.test(value)) {
    const words = patternWords(pattern)
    report(walk, `${what()}, not ${words.what}`, words.fix)
  }
}

const characters = (count: number): string => (count === 1 ? 'one character' : `${count} characters`)

const checkSize = (value: number, { minimum, maximum }: ScalarSchema, walk: Walk): void => {
  if (minimum !== undefined && value < minimum) report(walk, `is ${value}, too small`, `write at least ${minimum}`)
  if (maximum !== undefined && value > maximum) report(walk, `is ${value}, too large`, `write at most ${maximum}`)
}
