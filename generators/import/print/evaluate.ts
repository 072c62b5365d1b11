import type { Expression, Program } from './expression.ts'

type Scope = ReadonlyMap<string, unknown>

/** What a program would export, with the words of a fleet at hand. */
export const evaluated = ({ declarations, exports }: Program, words: Readonly<Record<string, unknown>>): unknown => {
  const scope = new Map(Object.entries(words))
  for (const { name, value } of declarations) scope.set(name, valued(value, scope))
  return valued(exports, scope)
}

const valued = (expression: Expression, scope: Scope): unknown => {
  switch (expression.kind) {
    case 'data':
      return expression.value
    case 'name':
      return scope.get(expression.name)
    case 'call':
      return called(scope.get(expression.of), expression.arguments, scope)
    case 'map':
      return Object.fromEntries(expression.members.map(({ name, value }) => [name, valued(value, scope)]))
    case 'list':
      return expression.items.map(({ value }) => valued(value, scope))
    case 'answer': {
      const value = valued(expression.value, scope)
      return () => value
    }
  }
}

const called = (word: unknown, given: readonly Expression[], scope: Scope): unknown => {
  if (typeof word !== 'function') throw new Error('a program calls only what it declares or a fleet is written with')
  return word(...given.map((one) => valued(one, scope)))
}
