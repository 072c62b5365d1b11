import type { Module } from './modules.ts'

/** The names that a module hands on from others, types among them, in the order in which they stand. */
export const exportedNames = ({ program }: Module): readonly string[] =>
  program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration'
      ? statement.specifiers.flatMap(({ exported }) => (exported.type === 'Identifier' ? [exported.name] : []))
      : [],
  )
