import { type Scope, scopeOf } from '../../review/source/scope.ts'
import type { Module, Modules } from '../source/modules.ts'
import type { ImportDeclaration } from '../source/syntax.ts'

/** The names that a module defines, over those that it imports from other modules of ours. */
export const moduleScope = (module: Module, modules: Modules): Scope =>
  scopeOf(module.program.body, importedNames(module, modules))

/** Another module is read when one of its names is asked for. */
const importedNames = (module: Module, modules: Modules): Scope =>
  new Map(
    importsOf(module).flatMap(({ source, specifiers }) =>
      specifiers.flatMap((one) => {
        if (one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier') return []
        const { name } = one.imported
        return [[one.local.name, (via) => scopeFrom(module, source.value, modules)?.get(name)?.(via)] as const]
      }),
    ) as (readonly [string, NonNullable<ReturnType<Scope['get']>>])[],
  )

const scopeFrom = (module: Module, source: string, modules: Modules): Scope | undefined => {
  const other = modules.from(module, source)
  return other === undefined ? undefined : moduleScope(other, modules)
}

/** Where a name is imported from, and what it is called there. */
export const importOf = (module: Module, name: string): { readonly from: string; readonly name: string } | undefined =>
  importsOf(module).flatMap(({ source, specifiers }) =>
    specifiers.flatMap((one) =>
      one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.local.name === name
        ? [{ from: source.value, name: one.imported.name }]
        : [],
    ),
  )[0]

const importsOf = ({ program }: Module): readonly ImportDeclaration[] =>
  program.body.filter((statement) => statement.type === 'ImportDeclaration')
