import type { Place } from '../../problem.ts'
import { impliedName } from './component-name.ts'
import { type ArrayValue, elements, isObject, literals, type Part, properties } from './literals.ts'
import type { Node, Value } from './scope.ts'
import { settled, textOf } from './settled.ts'

/** Where following a place ended: the syntax to point at, what stands there, and how many steps were not found. */
export interface Found {
  readonly at: Node
  readonly value: Value
  readonly left: number
}

/**
 * Follows a place into an expression as far as it is written there. It points at a property's key and at a component as
 * it stands in its list; for what is not given, at the call that lacks it.
 */
export const follow = (from: Value, place: Place, at: Node = from.node): Found => {
  const [step, ...rest] = place
  if (step === undefined) return { at, value: from, left: 0 }
  const value = settled(from)
  const here = { at: value.node.type === 'CallExpression' ? value.node : at, value, left: place.length }
  return literals(value)
    .flatMap((literal) => (isObject(literal) ? properties(literal).filter(has(step)).slice(-1) : inList(literal, step)))
    .map((part) => follow(part.value, rest, part.at))
    .reduce<Found>((best, found) => (found.left < best.left ? found : best), here)
}

const has = (step: string) => (property: { key: string | undefined }) => property.key === step

/** The component of that name, or the element at that index. */
const inList = (list: ArrayValue, step: string): Part[] => [...components(list, step), ...element(list, step)]

/** The last of two comes first: it is the one too many. An option `name` counts more than the way a component is written. */
const components = (list: ArrayValue, name: string): Part[] => {
  const all = elements(list).toReversed()
  const named = all.filter(({ value }) => nameOption(value) === name)
  const implied = all.filter(({ value }) => [value, settled(value)].some(({ node }) => impliedName(node) === name))
  return named.length > 0 ? named : implied
}

const nameOption = (component: Value): string | undefined => {
  const { left, value } = follow(component, ['name'])
  return left === 0 ? textOf(value) : undefined
}

/** Something spread before an index hides how far it is to count. */
const element = ({ node, ...rest }: ArrayValue, index: string): Part[] => {
  if (!/^\d+$/.test(index)) return []
  const counted = node.elements.slice(0, Number(index) + 1)
  const one = counted[Number(index)]
  if (!one || one.type === 'SpreadElement' || counted.some((other) => other?.type === 'SpreadElement')) return []
  return [{ at: one, value: { ...rest, node: one } }]
}
