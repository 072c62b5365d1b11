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
  return toBlock(ordered, '', comments && { comments, pointer: '' }) || toEmpty(root)
}

/** The members or items of a collection, line by line, the first without its indentation. Empty if there are none. */
const toBlock = (collection: Members | Items, indent: string, remarks: Remarks | undefined): string =>
  isItems(collection) ? toItems(collection, indent, remarks) : toMembers(collection, indent, remarks)

const toMembers = (members: Members, indent: string, remarks: Remarks | undefined): string => {
  const inner = `${indent}  `
  const lead = `\n${inner}`
  let lines = ''
  for (const key in members) {
    const value = members[key]
    if (value === undefined) continue
    const here = remarks && below(remarks, key)
    lines += `${lines && indent}${commentLine(here, indent)}${toKey(key, indent)}:${toRest(value, inner, lead, here)}`
  }
  return lines
}

const toItems = (items: Items, indent: string, remarks: Remarks | undefined): string => {
  const inner = `${indent}  `
  let lines = ''
  for (let index = 0; index < items.length; index += 1) {
    const here = remarks && below(remarks, index)
    lines += `${lines && indent}${commentLine(here, indent)}-${toRest(items[index], inner, ' ', here)}`
  }
  return lines
}

/** What stands behind `key:` or `-`, to the end of its last line. `lead` leads into a block of members or items. */
const toRest = (value: unknown, indent: string, lead: string, remarks: Remarks | undefined): string => {
  const data = asData(value)
  if (typeof data === 'string') return ` ${toLiteral(data, indent) ?? `${toScalar(data)}\n`}`
  if (!isCollection(data)) return ` ${toInline(data)}\n`
  const block = toBlock(data, indent, remarks)
  return block === '' ? ` ${toEmpty(data)}` : lead + block
}

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
