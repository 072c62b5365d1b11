import type { ArrayLiteral, ObjectLiteral } from '../review/source/syntax.ts'
import type { Edit } from './edit.ts'

/** Puts something in front of all that a literal holds, laid out as that is: on the same line, or on one of its own. */
export const inFront = (source: string, literal: ArrayLiteral | ObjectLiteral, text: string): Edit => {
  const start = literal.start! + 1
  const inside = source.slice(start, literal.end! - 1)
  if (inside.trim() === '') return { start, end: start + inside.length, text: alone(literal, text) }
  const gap = /^\s*/.exec(inside)![0]
  return { start, end: start, text: `${gap}${text},${gap === '' ? ' ' : ''}` }
}

const alone = ({ type }: ArrayLiteral | ObjectLiteral, text: string): string =>
  type === 'ObjectExpression' ? ` ${text} ` : text

/** A text as a literal of the source. */
export const quoted = (text: string, quote: '"' | "'" = "'"): string =>
  `${quote}${text.replaceAll(/["'\\]/g, (sign) => (sign === quote || sign === '\\' ? `\\${sign}` : sign))}${quote}`
