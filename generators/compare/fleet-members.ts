import { impliedName } from '../review/source/component-name.ts'
import { follow } from '../review/source/follow.ts'
import {
  type ArrayValue,
  elements,
  isObject,
  literals,
  type ObjectValue,
  properties,
} from '../review/source/literals.ts'
import { withoutByteOrderMark } from '../review/source/position.ts'
import { lookUp, type Node, type Scope, scopeOf, type Value } from '../review/source/scope.ts'
import { settled, textOf } from '../review/source/settled.ts'
import { defaultExport, parseTypeScript } from '../review/source/syntax.ts'

/** Something that the text of a fleet says, with the offset at which it does. */
export interface Member {
  readonly value: Value
  readonly offset: number
  /** Whether it stands in a list, as components do. */
  readonly isItem: boolean
}

/** A text that writes a fleet. */
export interface FleetText {
  readonly text: string
  readonly fleet: Member
  /** What its names stand for, but for those within functions. */
  readonly scope: Scope
}

/** Undefined for a text that cannot be read. */
export const readFleet = (source: string): FleetText | undefined => {
  const text = withoutByteOrderMark(source)
  const program = parseTypeScript(text)
  const node = program === undefined ? undefined : defaultExport(program)
  if (program === undefined || node === undefined) return undefined
  const scope = scopeOf(program.body)
  return { text, fleet: { value: { node, scope, via: [] }, offset: node.start ?? 0, isItem: false }, scope }
}

/** What is written within, by the steps of places: options by key, components by name, other items by index. */
export const membersOf = ({ value }: Member): ReadonlyMap<string, Member> => {
  const members = new Map<string, Member>()
  for (const literal of literals(value)) {
    for (const [step, member] of isObject(literal) ? options(literal) : items(literal)) {
      if (!members.has(step)) members.set(step, member)
    }
  }
  return members
}

/** The last of two with the same key counts. */
const options = (literal: ObjectValue): ReadonlyMap<string, Member> =>
  new Map(
    properties(literal).flatMap(({ key, at, value }) =>
      key === undefined ? [] : [[key, { value, offset: at.start ?? 0, isItem: false }]],
    ),
  )

const items = (literal: ArrayValue): ReadonlyMap<string, Member> =>
  new Map(
    elements(literal).map(({ at, value }, index) => [
      nameOf(value) ?? String(index),
      { value, offset: at.start ?? 0, isItem: true },
    ]),
  )

const nameOf = (item: Value): string | undefined => {
  const { left, value } = follow(item, ['name'])
  const given = left === 0 ? textOf(value) : undefined
  return given ?? impliedName(item.node) ?? impliedName(settled(item).node)
}

/** Layout and comments, which say nothing to a fleet. */
const unsaid = /^(start|end|loc|range|extra|(leading|trailing|inner)Comments)$/

/** All that a value depends on in the text, in a form in which layout and comments do not count. */
export const meaningOf = (value: Value, seen: ReadonlySet<Node> = new Set()): string => {
  const names = new Set<string>()
  const shape = JSON.stringify(value.node, (key, part) => {
    if (unsaid.test(key)) return undefined
    if (part?.type === 'Identifier') names.add(part.name)
    return part
  })
  const known = new Set([...seen, value.node])
  const definitions = [...names].flatMap((name) => {
    const defined = lookUp(name, value)
    return defined === undefined || known.has(defined.node) ? [] : [meaningOf(defined, known)]
  })
  return [shape, ...definitions].join('\n')
}
