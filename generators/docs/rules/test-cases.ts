import { type Scope, scopeOf, type Value } from '../../review/source/scope.ts'
import { textOf } from '../../review/source/settled.ts'
import { type Argument, type Call, type Expression, isExpression, type Statement } from '../../review/source/syntax.ts'
import type { ArrowFunction } from '../source/syntax.ts'
import { listed } from './lists.ts'

/** A test as it is written, or one row of a table of tests. */
export interface TestCase {
  /** Its sentence. */
  readonly title: string
  /** What the group around it is about: `persistence` of `describe(persistence.because, …)`. */
  readonly about?: string
  readonly statements: readonly Statement[]
  /** The names that its statements see, the values of its row among them. */
  readonly scope: Scope
  /** The names of its row. */
  readonly row: readonly string[]
}

/** Every test among statements, and in the groups among them. */
export const testCases = (statements: readonly Statement[], scope: Scope, about?: string): readonly TestCase[] =>
  statements.flatMap((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'CallExpression') return []
    const call = statement.expression
    const body = bodyOf(call)
    if (body === undefined) return []
    if (calledName(call) === 'describe')
      return testCases(body.statements, scopeOf(body.statements, scope), subjectOf(call.arguments[0]) ?? about)
    const rows = rowsOf(call, scope)
    if (calledName(call) !== 'test' && rows === undefined) return []
    const subject = subjectOf(call.arguments[0]) ?? about
    const group = subject === undefined ? {} : { about: subject }
    return (rows ?? [[]]).map((row) => {
      const bound = new Map([...scope, ...body.parameters.flatMap((name, at) => binding(name, row[at]))])
      const title = titled(textOf(placed(call.arguments[0], scope)) ?? '', row)
      return {
        title,
        ...group,
        statements: body.statements,
        scope: scopeOf(body.statements, bound),
        row: body.parameters,
      }
    })
  })

/** A name of the row, bound to its value. */
const binding = (name: string, value: Value | undefined): [string, () => Value][] =>
  value === undefined || name === '' ? [] : [[name, () => value]]

const placed = (argument: Argument | undefined, scope: Scope): Value => ({
  node: argument !== undefined && isExpression(argument) ? argument : nothing,
  scope,
  via: [],
})

const nothing = { type: 'Identifier', name: 'undefined' } as Expression

const calledName = ({ callee }: Call): string | undefined => (callee.type === 'Identifier' ? callee.name : undefined)

/** `persistence` of `persistence.because`. */
const subjectOf = (argument: Argument | undefined): string | undefined =>
  argument?.type === 'MemberExpression' &&
  argument.object.type === 'Identifier' &&
  argument.property.type === 'Identifier' &&
  argument.property.name === 'because'
    ? argument.object.name
    : undefined

/** The statements of the function that a call ends with, and the names of its plain parameters. */
const bodyOf = (call: Call) => {
  const last = call.arguments.findLast((argument) => argument.type === 'ArrowFunctionExpression') as
    | ArrowFunction
    | undefined
  if (last?.body.type !== 'BlockStatement') return undefined
  const parameters = last.params.map((one) => (one.type === 'Identifier' ? one.name : ''))
  return { statements: last.body.body, parameters }
}

/** The rows of `test.each([…])('…', () => {})`, each as its values. */
const rowsOf = ({ callee }: Call, scope: Scope): readonly (readonly Value[])[] | undefined => {
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'MemberExpression') return undefined
  const { object, property } = callee.callee
  if (object.type !== 'Identifier' || object.name !== 'test' || property.type !== 'Identifier') return undefined
  if (property.name !== 'each') return [[]]
  return listed(placed(callee.arguments[0], scope))?.map((row) => listed(row) ?? [row]) ?? []
}

/** A title with the texts of its row in the places for them. */
const titled = (title: string, row: readonly Value[]): string => {
  let next = 0
  return title.replaceAll(/%s/g, () => {
    const value = row[next++]
    return (value === undefined ? undefined : textOf(value)) ?? '…'
  })
}
