import type { Expression, Statement } from '../../review/source/syntax.ts'
import { type Module, textOf } from '../source/modules.ts'
import { importOf } from './module-scope.ts'
import { namesIn } from './names.ts'
import type { TestCase } from './test-cases.ts'

/** What was written that a message is told of. */
export interface Example {
  /** Constants that it is made from, in order, and what stands in the namespace: a list of components. */
  readonly constants: readonly string[]
  readonly components: string
}

/** What a page can show: components in a namespace of one cluster, out of words that a fleet has. Undefined otherwise. */
export const exampleOf = (
  of: Expression,
  { statements, row }: TestCase,
  module: Module,
  words: ReadonlySet<string>,
): Example | undefined => {
  const components = homelabOf(of)
  if (components === undefined) return undefined
  const known = new Map([...constantsOf(module.program.body), ...constantsOf(statements)])
  const used = new Set<Statement>()
  const queue = [...namesIn(components)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (isWord(name, module, words)) continue
    const statement = known.get(name)
    if (statement === undefined || row.includes(name)) return undefined
    if (!used.has(statement)) queue.push(...namesIn(statement))
    used.add(statement)
  }
  const all = [...known.values()]
  const constants = [...used].sort((one, other) => all.indexOf(one) - all.indexOf(other))
  return {
    constants: constants.map((one) => outdented(textOf(module, one))),
    components: outdented(textOf(module, components)),
  }
}

/** The components of `problemsOf(homelab([…]))`, the cluster that most tests are about. */
const homelabOf = (of: Expression): Expression | undefined => {
  const fleet = onlyArgument(of, 'problemsOf')
  return fleet === undefined ? undefined : onlyArgument(fleet, 'homelab')
}

const onlyArgument = (call: Expression, name: string): Expression | undefined =>
  call.type === 'CallExpression' &&
  call.callee.type === 'Identifier' &&
  call.callee.name === name &&
  call.arguments.length === 1
    ? (call.arguments[0] as Expression)
    : undefined

const globals = ['Array', 'JSON', 'Object', 'String', 'undefined']

const isWord = (name: string, module: Module, words: ReadonlySet<string>): boolean => {
  const imported = importOf(module, name)
  return imported === undefined ? globals.includes(name) : words.has(imported.name)
}

/** The statements that define constants, by name. */
const constantsOf = (statements: readonly Statement[]): readonly (readonly [string, Statement])[] =>
  statements.flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [[id.name, statement] as const] : []))
      : [],
  )

/** A text of several lines, moved to the left as far as its last line can be. */
const outdented = (text: string): string => {
  const margin = /^ */.exec(text.split('\n').at(-1) ?? '')?.[0] ?? ''
  return text.replaceAll(`\n${margin}`, '\n')
}
