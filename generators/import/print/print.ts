import { isRecord } from '../../fleet/checks/check.ts'
import type { Expression, Item } from './expression.ts'
import { commentLines, memberName, textLiteral } from './text.ts'

/** Up to this a name and its text share a line, however long it gets. */
const shortName = 'name: '

/** How long a line may be. */
const width = 120

/** An expression as it is written behind `column` characters of a line that is `indent` deep. */
export const printed = (expression: Expression, indent: number, column: number): string => {
  const shape = shapeOf(expression)
  const flat = mustBreak(shape) ? undefined : flatText(shape)
  return flat !== undefined && column + flat.length <= width ? flat : broken(shape, indent, column)
}

/** All that there is to print: a word, or parts between brackets. */
type Shape =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'call'; readonly of: string; readonly parts: readonly Expression[] }
  | { readonly kind: 'answer'; readonly value: Expression }
  | { readonly kind: 'list' | 'map'; readonly parts: readonly Part[] }

interface Part extends Item {
  /** What stands before it: the name of a member. */
  readonly before: string
}

const shapeOf = (expression: Expression): Shape => {
  switch (expression.kind) {
    case 'data':
      return shapeOfData(expression.value)
    case 'name':
      return { kind: 'word', text: expression.name }
    case 'call':
      return { kind: 'call', of: expression.of, parts: expression.arguments }
    case 'answer':
      return { kind: 'answer', value: expression.value }
    case 'map':
      return { kind: 'map', parts: expression.members.map((one) => ({ ...one, before: `${memberName(one.name)}: ` })) }
    case 'list':
      return { kind: 'list', parts: expression.items.map((one) => ({ ...one, before: '' })) }
  }
}

const shapeOfData = (value: unknown): Shape => {
  if (typeof value === 'string') return { kind: 'word', text: textLiteral(value) }
  if (Array.isArray(value)) return { kind: 'list', parts: value.map((one) => ({ before: '', value: asData(one) })) }
  if (!isRecord(value)) return { kind: 'word', text: Object.is(value, -0) ? '-0' : String(value) }
  const parts = Object.entries(value).map(([name, one]) => ({ before: `${memberName(name)}: `, value: asData(one) }))
  return { kind: 'map', parts }
}

const asData = (value: unknown): Expression => ({ kind: 'data', value })

const flatText = (shape: Shape): string | undefined => {
  if (shape.kind === 'word') return shape.text.includes('\n') ? undefined : shape.text
  const inner =
    shape.kind === 'answer'
      ? [{ before: '', value: shape.value }]
      : shape.kind === 'call'
        ? asParts(shape)
        : shape.parts
  const texts: string[] = []
  for (const { before, value, comments = [] } of inner) {
    const part = shapeOf(value)
    const text = comments.length > 0 || mustBreak(part) ? undefined : flatText(part)
    if (text === undefined || texts.length > width) return undefined
    texts.push(`${before}${text}`)
  }
  return enclosed(shape, texts.join(', '))
}

const asParts = ({ parts }: { readonly parts: readonly Expression[] }): readonly Part[] =>
  parts.map((value) => ({ before: '', value }))

const enclosed = (shape: Exclude<Shape, { kind: 'word' }>, inner: string): string => {
  if (shape.kind === 'answer') return `() => ${inner}`
  if (shape.kind === 'call') return `${shape.of}(${inner})`
  if (shape.kind === 'list') return `[${inner}]`
  return inner === '' ? '{}' : `{ ${inner} }`
}

/** A list of maps is a table, which nobody reads in one line. */
const mustBreak = (shape: Shape): boolean => {
  if (shape.kind !== 'list' || shape.parts.length < 2) return false
  const inner = shape.parts.map(({ value }) => shapeOf(value))
  return ['list', 'map'].some((kind) =>
    inner.every((one) => one.kind === kind && 'parts' in one && one.parts.length > 1),
  )
}

const broken = (shape: Shape, indent: number, column: number): string => {
  if (shape.kind === 'word') return shape.text
  if (shape.kind === 'answer') return `() => ${printed(shape.value, indent, column + 6)}`
  if (shape.kind === 'call') return brokenCall(shape, indent, column)
  const [open, close] = shape.kind === 'list' ? '[]' : '{}'
  return shape.parts.length === 0
    ? `${open}${close}`
    : `${open}\n${lines(shape.parts, indent)}${' '.repeat(indent)}${close}`
}

const lines = (parts: readonly Part[], indent: number): string => {
  const margin = ' '.repeat(indent + 2)
  return parts
    .map(
      (part) =>
        `${commentLines(part.comments ?? [], indent + 2)
          .map((line) => `${line}\n`)
          .join('')}${margin}${partText(part, indent + 2)},\n`,
    )
    .join('')
}

/** A member, or an item. A long text comes to stand below the name of its member, and a comma behind both. */
const partText = ({ before, value }: Part, indent: number): string => {
  const text = printed(value, indent, indent + before.length + 1)
  const isLong = shapeOf(value).kind === 'word' && indent + before.length + text.length + 1 > width
  return isLong && before.length > shortName.length && !text.includes('\n')
    ? `${before.trimEnd()}\n${' '.repeat(indent + 2)}${text}`
    : `${before}${text}`
}

/** The last argument goes on below, where those before it leave room; else each has lines of its own. */
const brokenCall = (shape: Extract<Shape, { kind: 'call' }>, indent: number, column: number): string => {
  const shapes = shape.parts.map(shapeOf)
  const last = shapes.at(-1)
  const before = shapes.slice(0, -1).map(flatText)
  const start = `${shape.of}(${before.map((text) => `${text}, `).join('')}`
  const fits = before.every((text) => text !== undefined) && column + start.length + 1 <= width
  const canGoOn = last?.kind === 'list' || last?.kind === 'map'
  if (last !== undefined && fits && canGoOn) return `${start}${broken(last, indent, column + start.length)})`
  return `${shape.of}(\n${lines(asParts(shape), indent)}${' '.repeat(indent)})`
}
