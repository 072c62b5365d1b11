import { isRecord } from '../fleet/checks/check.ts'
import { withoutByteOrderMark } from '../review/source/position.ts'
import { type ArrayLiteral, type ObjectLiteral, parseTypeScript } from '../review/source/syntax.ts'
import { type Edit, edited } from './edit.ts'

/** How wide a line of the fleet may be: `lineWidth` of biome.json, which `npm run lint` holds it to. */
export const lineWidth = 120

type Literal = ArrayLiteral | ObjectLiteral

/** The same edit, but that a line which it makes too long is laid out over several, as the formatter would have it. */
export const fitted = (source: string, edit: Edit): Edit => {
  const text = withoutByteOrderMark(edited(source, [edit]))
  const changed = { start: edit.start, end: edit.start + edit.text.length }
  const line = linesOver(text, changed).find(({ start, end }) => end - start > lineWidth)
  const literal =
    line && [...literalsIn(parseTypeScript(text))].find((one) => isWithin(one, line) && overlap(one, changed))
  const laidOut = literal && overLines(text, literal, /^[ \t]*/.exec(text.slice(line.start))![0])
  if (literal === undefined || laidOut === undefined) return edit
  const [from, to] = [Math.min(changed.start, literal.start!), Math.max(changed.end, literal.end!)]
  return fitted(source, {
    start: from,
    end: to - (changed.end - edit.end),
    text: text.slice(from, literal.start!) + laidOut + text.slice(literal.end!, to),
  })
}

interface Range {
  readonly start: number
  readonly end: number
}

/** The lines that a range touches, without their ends. */
const linesOver = (text: string, range: Range): readonly Range[] =>
  [...text.matchAll(/[^\r\n]+/g)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => start <= range.end && end >= range.start)

const isWithin = ({ start, end }: Literal, line: Range): boolean => start! >= line.start && end! <= line.end

const overlap = ({ start, end }: Literal, range: Range): boolean => start! < range.end && end! > range.start

/** Every object and array that is written out, those around others first. */
function* literalsIn(node: unknown): Generator<Literal> {
  if (Array.isArray(node)) for (const one of node) yield* literalsIn(one)
  if (!isRecord(node)) return
  if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') yield node as unknown as Literal
  for (const [key, part] of Object.entries(node)) if (key !== 'loc') yield* literalsIn(part)
}

/** A part a line, each followed by a comma. Undefined where something else than commas stands between them. */
const overLines = (text: string, literal: Literal, indent: string): string | undefined => {
  const parts = literal.type === 'ArrayExpression' ? literal.elements : literal.properties
  const [end, inner] = [/\r?\n/.exec(text)?.[0] ?? '\n', `${indent}  `]
  const written: string[] = []
  let at = literal.start! + 1
  for (const part of parts) {
    if (part === null || !/^\s*,?\s*$/.test(text.slice(at, part.start!))) return undefined
    written.push(`${inner}${text.slice(part.start!, part.end!)},${end}`)
    at = part.end!
  }
  if (written.length === 0 || !/^\s*,?\s*$/.test(text.slice(at, literal.end! - 1))) return undefined
  return `${text[literal.start!]}${end}${written.join('')}${indent}${text[literal.end! - 1]}`
}
