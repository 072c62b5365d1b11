import { namePatterns } from './name-patterns.ts'
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
  if (type === 'quantity') return quantityFix
  if (type === 'base64') return 'encode it in base64, or move it from data to stringData'
  if (type === 'date-time') return 'write it as 2026-01-31T12:00:00Z'
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `put it in quotes: "${value}"`
  const quoted = typeof value === 'string' && /^(?:-?\d+(?:\.\d+)?|true|false)$/.test(value)
  return quoted ? `write ${value} without quotes` : `write ${typeWords[type]}`
}

/** What a pattern asks for, as `not …` continues, and what to do. */
interface PatternWords {
  readonly what: string
  readonly fix: string
}

/** Says what a pattern asks for in words, where it is a common one. */
export const patternWords = (pattern: RegExp): PatternWords =>
  commonPatterns.get(pattern.source) ??
  durationWords(pattern) ?? { what: `of the form ${pattern.source}`, fix: 'write a value of that form' }

const quantityFix = 'write a number and a unit, such as 500m or 10Gi'
const quantityPattern =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'

const lowerCase = "lower case letters, digits and '-'"
const qualified = "letters, digits, '-', '_' and '.'"
const ends = 'with a letter or digit at both ends'
const keyWords = {
  what: 'a label key',
  fix: `use at most 63 ${qualified}, ${ends}, after an optional DNS name and '/'`,
}

const commonPatterns: ReadonlyMap<string, PatternWords> = new Map(
  (
    [
      [namePatterns.dnsLabel, { what: 'a DNS label', fix: `use ${lowerCase}, ${ends}` }],
      [namePatterns.dnsSubdomain, { what: 'a DNS name', fix: `use ${lowerCase}, or '.' between such words, ${ends}` }],
      [namePatterns.labelKey, keyWords],
      [namePatterns.annotationKey, keyWords],
      [namePatterns.labelValue, { what: 'a label value', fix: `use at most 63 ${qualified}, ${ends}` }],
      ['^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$', { what: 'a label value', fix: `use ${qualified}, ${ends}` }],
      [namePatterns.dataKey, { what: 'a key for data', fix: `use ${qualified}` }],
      [namePatterns.portName, { what: 'a port name', fix: `use ${lowerCase}, at least one letter` }],
      [namePatterns.environmentVariable, { what: 'a variable name', fix: "use printable ASCII characters except '='" }],
      [namePatterns.pathSegment, { what: 'part of a path', fix: "use no '/' and no '%'" }],
      [quantityPattern, { what: 'a quantity', fix: quantityFix }],
    ] as const
  ).map(([pattern, words]) => [compilePattern(pattern).source, words]),
)

/** Every API has a pattern of its own for durations: they are known by what they accept. */
const durationWords = (pattern: RegExp): PatternWords | undefined => {
  if (!pattern.test('10m') || !pattern.test('30s') || pattern.test('10') || pattern.test('m')) return undefined
  const units = ['ms', 's', 'm', 'h', 'd', 'w', 'y'].filter((unit) => pattern.test(`1${unit}`))
  return { what: 'a duration', fix: `write numbers with units, such as 30s or 10m; the units are ${units.join(', ')}` }
}
