import { lookUp, resultOf, type Value } from './scope.ts'
import { type Expression, unwrapped } from './syntax.ts'

/** What a value is, once local names and calls of local functions are replaced by what they stand for. */
export const settled = (value: Value): Value => {
  const next = meaning(value)
  return next === undefined ? value : settled(next)
}

const meaning = (value: Value): Value | undefined => {
  if (value.node.type === 'FunctionDeclaration') return undefined
  const node = unwrapped(value.node)
  if (node !== value.node) return { ...value, node }
  if (node.type === 'Identifier') return lookUp(node.name, value)
  if (node.type !== 'CallExpression') return undefined
  return resultOf(settled({ ...value, node: node.callee as Expression }), node, value)
}

/** The text of a string, of a template whose parts are known, or of a number as a key. `undefined` for all else. */
export const textOf = (value: Value): string | undefined => {
  const { node, ...rest } = settled(value)
  if (node.type === 'StringLiteral') return node.value
  if (node.type === 'NumericLiteral') return String(node.value)
  if (node.type !== 'TemplateLiteral') return undefined
  const parts = node.expressions.map((part) => textOf({ ...rest, node: part as Expression }))
  if (parts.includes(undefined)) return undefined
  return node.quasis.map(({ value: { cooked } }, index) => `${cooked ?? ''}${parts[index] ?? ''}`).join('')
}
