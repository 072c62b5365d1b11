import {
  type Argument,
  type Call,
  type Expression,
  type FunctionDeclaration,
  isExpression,
  type LocalFunction,
  type Statement,
} from './syntax.ts'

/** An expression with the names it can see and the definitions that were followed to get to it. */
export interface Value {
  readonly node: Node
  readonly scope: Scope
  readonly via: readonly Node[]
}

export type Node = Expression | FunctionDeclaration

/** The names that can be seen in a module or a function, and how each is followed to what it stands for. */
export type Scope = ReadonlyMap<string, Follow>
type Follow = (via: readonly Node[]) => Value | undefined

const nothing: Scope = new Map()

/** The names that statements define, seen by each other, over those of the scope around them. */
export const scopeOf = (statements: readonly Statement[], outer: Scope = nothing): Scope => {
  const scope = new Map(outer)
  for (const [name, node] of statements.flatMap(definitions)) scope.set(name, definition(node, scope))
  return scope
}

/** What a name stands for. */
export const lookUp = (name: string, { scope, via }: Value): Value | undefined => scope.get(name)?.(via)

/** What a call of a function yields: its last `return`, with the arguments in the place of plain parameters. */
export const resultOf = (called: Value, call: Call, caller: Value): Value | undefined => {
  if (!isFunction(called.node)) return undefined
  const { body, params } = called.node
  const bindings = params.flatMap((declared, index) => parameter(declared, call.arguments[index], called, caller))
  const scope = new Map([...called.scope, ...bindings])
  if (body.type !== 'BlockStatement') return { ...called, node: body, scope }
  const result = body.body.findLast((statement) => statement.type === 'ReturnStatement')?.argument
  return result ? { ...called, node: result, scope: scopeOf(body.body, scope) } : undefined
}

const definitions = (statement: Statement | null | undefined): [string, Node][] => {
  switch (statement?.type) {
    case 'ExportNamedDeclaration':
      return definitions(statement.declaration)
    case 'FunctionDeclaration':
      return statement.id ? [[statement.id.name, statement]] : []
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' && init ? [[id.name, init]] : [],
      )
    default:
      return []
  }
}

/** A definition that leads back to itself is followed once: a recursive function ends the search, not the program. */
const definition =
  (node: Node, scope: Scope): Follow =>
  (via) =>
    via.includes(node) ? undefined : { node, scope, via: [...via, node] }

/** Binds a plain parameter to its argument, or to its default; a pattern binds nothing. */
const parameter = (
  declared: LocalFunction['params'][number],
  argument: Argument | undefined,
  called: Value,
  caller: Value,
): [string, Follow][] => {
  const target = declared.type === 'AssignmentPattern' ? declared.left : declared
  if (target.type !== 'Identifier') return []
  const fallback = declared.type === 'AssignmentPattern' ? { ...called, node: declared.right } : undefined
  const given = argument !== undefined && isExpression(argument) ? { ...caller, node: argument } : fallback
  return [[target.name, () => given]]
}

const isFunction = (node: Node): node is LocalFunction =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'
