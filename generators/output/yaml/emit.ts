import { below, commentLine, type Remarks } from './comment.ts'
import { asData, type Items, isCollection, isItems, type Members } from './data.ts'
import { toLiteral } from './literal.ts'
import { toNumber } from './number.ts'
import { inReadingOrder } from './order.ts'
import { toScalar } from './scalar.ts'

/**
 * A value as a YAML document in block style, which YAML 1.1, YAML 1.2 and every go-yaml read back as that value.
 * Keys keep their order, but a Kubernetes object opens with apiVersion, kind, metadata, type and spec. A member that is
 * `undefined` is left out, an item that is becomes `null`; an object with `toJSON()` is written as what that returns.
 * Throws on what no YAML of Kubernetes holds: NaN, infinities, functions, symbols, lone surrogates.
 *
 * @param comments comments of one line, to stand above a key or an item, by JSON pointer: `/spec/interval`. Default none.
 */
export const toYaml = (value: unknown, comments?: ReadonlyMap<string, string>): string => {
  const root = asData(value)
  if (!isCollection(root)) return `${toInline(root)}\n`
  const ordered = isItems(root) ? root : inReadingOrder(root)
  if (isEmpty(ordered)) return toEmpty(ordered)
  // Pieces that are joined once cost half of what texts do that grow by each other.
  const pieces: string[] = []
  putBlock(pieces, ordered, '', comments && { comments, pointer: '' })
  return pieces.join('')
}

/** The members or items of a collection that has any, line by line, the first without its indentation. */
const putBlock = (pieces: string[], collection: Members | Items, indent: string, remarks: Remarks | undefined): void =>
  isItems(collection) ? putItems(pieces, collection, indent, remarks) : putMembers(pieces, collection, indent, remarks)

const putMembers = (pieces: string[], members: Members, indent: string, remarks: Remarks | undefined): void => {
  const inner = `${indent}  `
  const lead = `\n${inner}`
  let before = ''
  for (const key of Object.keys(members)) {
    const value = members[key]
    if (value === undefined) continue
    const here = remarks && below(remarks, key)
    pieces.push(before, commentLine(here, indent), toKey(key, indent), ':')
    putRest(pieces, value, inner, lead, here)
    before = indent
  }
}

const putItems = (pieces: string[], items: Items, indent: string, remarks: Remarks | undefined): void => {
  const inner = `${indent}  `
  for (let index = 0; index < items.length; index += 1) {
    const here = remarks && below(remarks, index)
    pieces.push(index === 0 ? '' : indent, commentLine(here, indent), '-')
    putRest(pieces, items[index], inner, ' ', here)
  }
}

/** What stands behind `key:` or `-`, to the end of its last line. `lead` leads into a block of members or items. */
const putRest = (
  pieces: string[],
  value: unknown,
  indent: string,
  lead: string,
  remarks: Remarks | undefined,
): void => {
  const data = asData(value)
  if (!isCollection(data)) {
    const literal = typeof data === 'string' ? toLiteral(data, indent) : undefined
    if (literal === undefined) pieces.push(' ', toInline(data), '\n')
    else pieces.push(' ', literal)
  } else if (isEmpty(data)) pieces.push(' ', toEmpty(data))
  else {
    pieces.push(lead)
    putBlock(pieces, data, indent, remarks)
  }
}

/** Whether nothing of it would be written. */
const isEmpty = (collection: Members | Items): boolean =>
  isItems(collection) ? collection.length === 0 : Object.values(collection).every((member) => member === undefined)

const toEmpty = (collection: Members | Items): string => (isItems(collection) ? '[]\n' : '{}\n')

/** A reader looks for the colon within 1024 characters, so a longer key is announced by a question mark. */
const toKey = (key: string, indent: string): string => {
  const scalar = toScalar(key)
  return scalar.length > 1000 ? `? ${scalar}\n${indent}` : scalar
}

const toInline = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return toScalar(value)
    case 'number':
      return toNumber(value)
    case 'boolean':
      return String(value)
    case 'undefined':
    case 'object':
      return 'null'
    default:
      throw new TypeError(`YAML knows no ${typeof value}: ${String(value)}`)
  }
}
