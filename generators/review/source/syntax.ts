import { parse } from '@babel/parser'
import { withoutByteOrderMark } from './position.ts'

/** The parts of Babel's syntax tree that a fleet is made of, named after what the parser returns. */
export type Program = ReturnType<typeof parse>['program']
export type Statement = Program['body'][number]
export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']
export type Call = Extract<Expression, { type: 'CallExpression' }>
export type Argument = Call['arguments'][number]
export type ObjectLiteral = Extract<Expression, { type: 'ObjectExpression' }>
export type ArrayLiteral = Extract<Expression, { type: 'ArrayExpression' }>
export type FunctionDeclaration = Extract<Statement, { type: 'FunctionDeclaration' }>
export type LocalFunction =
  | Extract<Expression, { type: 'ArrowFunctionExpression' | 'FunctionExpression' }>
  | FunctionDeclaration

/** Reads TypeScript; offsets do not count a byte order mark. `undefined` for a syntax error: whoever loads the file says which. */
export const parseTypeScript = (source: string): Program | undefined => {
  try {
    return parse(withoutByteOrderMark(source), { sourceType: 'module', plugins: ['typescript'] }).program
  } catch {
    return undefined
  }
}

/** The expression that a module exports by default. */
export const defaultExport = (program: Program): Expression | undefined => {
  const exported = program.body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration
  return exported?.type.endsWith('Declaration') ? undefined : (exported as Expression | undefined)
}

/** Whether an argument is an expression, neither spread nor a placeholder. */
export const isExpression = (argument: Argument): argument is Expression =>
  argument.type !== 'SpreadElement' && argument.type !== 'ArgumentPlaceholder'

/** An expression without what only the compiler reads: `as const`, `satisfies Fleet`, `!`. */
export const unwrapped = (expression: Expression): Expression => {
  switch (expression.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return unwrapped(expression.expression)
    default:
      return expression
  }
}
