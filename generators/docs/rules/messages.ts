import type { Value } from '../../review/source/scope.ts'
import { type Expression, isExpression } from '../../review/source/syntax.ts'
import { listed, textsOf } from './lists.ts'
import type { TestCase } from './test-cases.ts'

/** A problem as a test expects it, word by word. */
export interface Message {
  /** What was wrong, as the test says it. */
  readonly title: string
  /** Absent where the test does not say it. */
  readonly place?: string
  readonly reason: string
  readonly fix: string
}

/** What a test expects of something. */
export interface Expectation {
  readonly of: Expression
  readonly value: Value
}

/** Every `expect(…).toEqual(…)` of a test. */
export const expectations = ({ statements, scope }: TestCase): readonly Expectation[] =>
  statements.flatMap((statement) => {
    const call = statement.type === 'ExpressionStatement' ? statement.expression : undefined
    if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return []
    const { object, property } = call.callee
    const [value] = call.arguments
    if (property.type !== 'Identifier' || property.name !== 'toEqual' || object.type !== 'CallExpression') return []
    const [of] = object.arguments
    if (value === undefined || !isExpression(value) || of === undefined || !isExpression(of)) return []
    return [{ of, value: { node: value, scope, via: [] } }]
  })

/** The problems of a rule that an expectation lists: each `[place, reason, fix]`, with the rule's name before it or not. */
export const messagesIn = ({ value }: Expectation, rule: string, title: string): readonly Message[] =>
  (listed(value) ?? []).flatMap((row) => {
    const texts = textsOf(row) ?? []
    const [place, reason, fix, ...more] = texts.length === 4 && texts[0] === rule ? texts.slice(1) : texts
    const isOne = place !== undefined && reason !== undefined && fix !== undefined && more.length === 0
    return isOne ? [{ title, place, reason, fix }] : []
  })

/** Whether nothing is expected: the test says of something that it is well. */
export const isSilent = ({ value }: Expectation): boolean => listed(value)?.length === 0
