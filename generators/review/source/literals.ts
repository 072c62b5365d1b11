import type { Value } from './scope.ts'
import { settled, textOf } from './settled.ts'
import { type ArrayLiteral, type Expression, isExpression, type ObjectLiteral } from './syntax.ts'

export type ObjectValue = Value & { readonly node: ObjectLiteral }
export type ArrayValue = Value & { readonly node: ArrayLiteral }

/** Part of an object or array: what to point at, and its value. */
export interface Part {
  readonly at: Expression
  readonly value: Value
}

/** A property; its key is `undefined` when it is computed from something unknown. */
export interface Property extends Part {
  readonly key: string | undefined
}

/**
 * The object and array literals that a value is written as. Those of a call are its arguments, settings and components
 * alike, and after them what its callee was called with before: `const web = helmRelease({…})`, then `web({…})`.
 */
export const literals = (unsettled: Value): (ArrayValue | ObjectValue)[] => {
  const { node, ...rest } = settled(unsettled)
  const of = (...parts: readonly Expression[]) => parts.flatMap((part) => literals({ ...rest, node: part }))
  switch (node.type) {
    case 'ObjectExpression':
      return [{ ...rest, node }]
    case 'ArrayExpression':
      return [{ ...rest, node }]
    case 'CallExpression':
      return of(...node.arguments.filter(isExpression), node.callee as Expression)
    case 'ConditionalExpression':
      return of(node.consequent, node.alternate)
    case 'LogicalExpression':
      return of(node.left, node.right)
    default:
      return []
  }
}

export const isObject = (literal: ArrayValue | ObjectValue): literal is ObjectValue =>
  literal.node.type === 'ObjectExpression'

/** The properties of an object in order, those of spread objects where they are spread. */
export const properties = ({ node, ...rest }: ObjectValue): Property[] =>
  node.properties.flatMap((property): Property[] => {
    if (property.type === 'ObjectMethod') return []
    if (property.type === 'SpreadElement') return spread({ ...rest, node: property.argument }).flatMap(properties)
    const at = property.key as Expression
    const key = at.type === 'Identifier' && !property.computed ? at.name : textOf({ ...rest, node: at })
    return [{ key, at, value: { ...rest, node: property.value as Expression } }]
  })

const spread = (value: Value): ObjectValue[] => literals(value).filter(isObject)

/** The elements of an array in order, those of spread arrays where they are spread. */
export const elements = ({ node, ...rest }: ArrayValue): Part[] =>
  node.elements.flatMap((element): Part[] => {
    if (element === null) return []
    const value = { ...rest, node: element.type === 'SpreadElement' ? element.argument : element }
    if (element.type !== 'SpreadElement') return [{ at: value.node, value }]
    return literals(value).flatMap((literal) => (isObject(literal) ? [] : elements(literal)))
  })
