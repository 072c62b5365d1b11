/** A piece of a program that describes a fleet. It can be printed, and it can be evaluated: one truth for both. */
export type Expression =
  /** Whatever YAML can hold. */
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly of: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'map'; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  /** A function of nothing: `() => […]`. */
  | { readonly kind: 'answer'; readonly value: Expression }

export interface Item {
  readonly value: Expression
  /** Lines above it. */
  readonly comments?: readonly string[]
}

export interface Member extends Item {
  readonly name: string
}

export interface Declaration extends Item {
  readonly name: string
}

/** A module: what it is about, its constants, and what it exports. */
export interface Program {
  readonly comments: readonly string[]
  readonly declarations: readonly Declaration[]
  readonly exports: Expression
}

export const data = (value: unknown): Expression => ({ kind: 'data', value })
export const call = (of: string, ...given: readonly Expression[]): Expression => ({
  kind: 'call',
  of,
  arguments: given,
})
export const list = (items: readonly Item[]): Expression => ({ kind: 'list', items })
/** Members that are undefined are left out. */
export const map = (members: Readonly<Record<string, Expression | undefined>>): Expression => ({
  kind: 'map',
  members: Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
})

/** What is called in a program, and so has to be there. */
export const namesIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'data':
      return []
    case 'name':
      return [expression.name]
    case 'call':
      return [expression.of, ...expression.arguments.flatMap(namesIn)]
    case 'map':
      return expression.members.flatMap(({ value }) => namesIn(value))
    case 'list':
      return expression.items.flatMap(({ value }) => namesIn(value))
    case 'answer':
      return namesIn(expression.value)
  }
}
