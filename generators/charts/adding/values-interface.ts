import { isMap, isOpen, type KeyMap, type Keys, otherKeys } from '../keys.ts'
import type { ChartTexts } from '../reading/chart-texts.ts'
import { literal } from '../reading/literal.ts'
import { docComment } from './doc-comment.ts'
import { type Known, type ValueFacts, valueFacts } from './value-facts.ts'

/** The type of a chart's values as an interface of TypeScript, every one optional, with what its files say of each. */
export const valuesInterface = (name: string, keys: KeyMap, texts: ChartTexts): string => {
  const facts = valueFacts(texts)
  return `export interface ${name} ${members(keys, [], facts)}\n`
}

const members = (keys: KeyMap, path: readonly string[], facts: ValueFacts): string => {
  const indent = '  '.repeat(path.length + 1)
  const lines = Object.entries(keys).flatMap(([key, shape]) => {
    if (key === otherKeys) return [`${indent}readonly [key: string]: unknown\n`]
    const inner = [...path, key]
    const known = facts(inner)
    return [
      docComment(words(known), indent),
      `${indent}readonly ${property(key)}?: ${typeOf(shape, inner, facts, known)}\n`,
    ]
  })
  return `{\n${lines.join('')}${'  '.repeat(path.length)}}`
}

/** What the key tree says counts; a schema or a default only tells more of what stands there. */
const typeOf = (shape: Keys, path: readonly string[], facts: ValueFacts, known: Known): string => {
  if (shape === null) return 'unknown'
  if (Array.isArray(shape)) return `${known.type?.startsWith('readonly') ? known.type : 'readonly unknown[]'} | null`
  if (!isMap(shape)) return `${known.type ?? scalar(shape as boolean | number | string, known)} | null`
  // Any object will do, also one of a type that has no index signature.
  return isOpen(shape) ? 'object | null' : `${members(shape as KeyMap, path, facts)} | null`
}

/** A port may be given by its name, a quantity as a number; an empty text stands for whatever is not set. */
const scalar = (shape: boolean | number | string, { fallback }: Known): string => {
  if (typeof shape === 'boolean') return 'boolean'
  if (typeof shape === 'number') return 'number | string'
  if (typeof fallback !== 'string' || fallback === '') return 'boolean | number | string'
  return /^\d/.test(fallback) ? 'number | string' : 'string'
}

const words = ({ remark = '', fallback }: Known): string => {
  const shown = shownDefault(fallback)
  if (shown === undefined) return remark
  return `${remark}${remark === '' || /[.!?…]$/.test(remark) ? '' : '.'} Default \`${shown}\`.`.trim()
}

const shownDefault = (fallback: unknown): string | undefined => {
  if (fallback === '' || !['boolean', 'number', 'string'].includes(typeof fallback)) return undefined
  const text = String(fallback)
  return text.length > 60 || /[`\n]/.test(text) ? undefined : text
}

const property = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key))
