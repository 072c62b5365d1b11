import { scopeOf } from './scope.ts'
import type { Program } from './syntax.ts'

/** What a module imports from, in order, and the offset at which each is written. */
export const importsOf = (program: Program): { readonly from: string; readonly at: number }[] =>
  declarations(program).map(({ source }) => ({ from: source.value, at: source.start! }))

/** The names that can be used everywhere in a module: those it imports and those it defines. */
export const namesIn = (program: Program): string[] => [
  ...declarations(program).flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  ...scopeOf(program.body).keys(),
]

const declarations = ({ body }: Program) => body.filter((statement) => statement.type === 'ImportDeclaration')
