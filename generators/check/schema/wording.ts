import { knownPatterns } from './known-patterns.ts'
import { compilePattern } from './pattern.ts'
import type { ScalarType } from './schema.ts'

export const typeWords: Readonly<Record<ScalarType, string>> = {
  any: 'a value',
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  int32: 'a whole number of 32 bits',
  number: 'a number',
  'int-or-string': 'a whole number or a string',
  quantity: 'a quantity',
  base64: 'text in base64',
  'date-time': 'a time',
}

/** A value as a message quotes it: `"2"`, `8080`, `a list`. Long text is cut. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? JSON.stringify(cut(value)) : String(value)
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** What to do about a value of the wrong type. */
export const retyped = (value: unknown, type: ScalarType): string => {
  if (type === 'quantity') return knownPatterns.quantity.fix
  if (type === 'base64') return 'encode it in base64 (the stringData of a Secret takes plain text)'
  if (type === 'date-time') return 'write it as 2026-01-31T12:00:00Z'
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `write it in quotes: "${value}"`
  const quoted = typeof value === 'string' && /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value)
  return quoted ? `write ${value} without quotes` : `write ${typeWords[type]}`
}

/** What a pattern asks for, as `not …` continues, and what to do. */
export interface PatternWords {
  readonly what: string
  readonly fix: string
}

/** Says what a pattern asks for in words, where it is a common one. */
export const patternWords = (pattern: RegExp): PatternWords =>
  wordsBySource.get(pattern.source.replace(emptyToo, '')) ??
  durationWords(pattern) ?? { what: `of the form ${pattern.source}`, fix: 'write a value of that form' }

const emptyToo = /^\^\$\|/

const wordsBySource: ReadonlyMap<string, PatternWords> = new Map(
  Object.values(knownPatterns).map(({ pattern, what, fix }) => [compilePattern(pattern).source, { what, fix }]),
)

/** Every API has a pattern of its own for durations: they are known by what they accept. */
const durationWords = (pattern: RegExp): PatternWords | undefined => {
  if (!pattern.test('10m') || !pattern.test('30s') || pattern.test('10') || pattern.test('m')) return undefined
  const units = ['ms', 's', 'm', 'h', 'd', 'w', 'y'].filter((unit) => pattern.test(`1${unit}`))
  return { what: 'a duration', fix: `write numbers with units, such as 30s or 10m; the units are ${units.join(', ')}` }
}
