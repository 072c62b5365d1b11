import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { readAggregation } from './promql/aggregation.ts'
import { readBinary } from './promql/binary.ts'
import { readCall } from './promql/call.ts'
import { promqlFunctions } from './promql/functions.ts'
import { readSelector } from './promql/selector.ts'
import type { QueryReading, Span } from './reading.ts'
import { syntaxError } from './syntax-error.ts'
import { partsOf, type Result, readTree, report, unknown, unreadable, type Walk } from './walk.ts'

const grammar = { name: 'PromQL', escaping: '"\'', functions: promqlFunctions }

/**
 * What a PromQL expression asks for. `variables` are the places that stand-ins for Grafana's variables have in the text:
 * nothing is known of what they touch. An expression with a syntax error has nothing but that error.
 */
export const readPromql = (expression: string, variables: readonly Span[] = []): QueryReading => {
  const tree = parser.parse(expression)
  const error = syntaxError(expression, tree, grammar)
  return error === undefined ? readTree(tree, expression, variables, readNode) : unreadable(error)
}

const readNode = (node: SyntaxNode, walk: Walk): Result => {
  switch (node.name) {
    case 'VectorSelector':
      return readSelector(node, walk)
    case 'AggregateExpr':
      return readAggregation(node, walk)
    case 'FunctionCall':
      return readCall(node, walk)
    case 'BinaryExpr':
      return readBinary(node, walk)
    case 'MatrixSelector':
      return readRange(node, walk)
    case 'SubqueryExpr':
      return readSubquery(node, walk)
    case 'NumberDurationLiteral':
      return { type: 'scalar', sources: [] }
    case 'StringLiteral':
      return { type: 'string', sources: [] }
    default:
      return readWrapped(node, walk)
  }
}

/** Parentheses, signs, `offset` and `@` change neither type nor labels. */
const readWrapped = (node: SyntaxNode, walk: Walk): Result => {
  const inside = partsOf(node).find(({ name }) => name !== 'UnaryOp')
  return inside === undefined ? unknown : walk.read(inside)
}

const readRange = (node: SyntaxNode, walk: Walk): Result => {
  const [inside] = partsOf(node)
  if (inside === undefined) return unknown
  const { sources, type } = walk.read(inside)
  if (inside.name !== 'VectorSelector' && type !== 'any') {
    report(node, 'asks for a range of something that is no selector; write a subquery, [5m:]', walk)
  }
  return { type: 'range', sources }
}

const readSubquery = (node: SyntaxNode, walk: Walk): Result => {
  const [inside] = partsOf(node)
  if (inside === undefined) return unknown
  const { sources, type } = walk.read(inside)
  if (type === 'range' || type === 'string') report(inside, `makes a subquery of a ${type}`, walk)
  return { type: 'range', sources }
}
