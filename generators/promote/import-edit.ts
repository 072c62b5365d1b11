import type { Program, Statement } from '../review/source/syntax.ts'
import type { Edit } from './edit.ts'

const catalogue = './fleetwright.ts'

type Import = Extract<Statement, { type: 'ImportDeclaration' }>

/** Imports a name of the catalogue, in its place among those that are imported from there. */
export const importEdit = (source: string, program: Program, name: string): Edit => {
  const imports = program.body.filter((statement): statement is Import => statement.type === 'ImportDeclaration')
  const named = imports.find(
    ({ source: from, specifiers }) =>
      from.value === catalogue && specifiers.some(({ type }) => type === 'ImportSpecifier'),
  )
  if (named === undefined) {
    const at = imports.at(-1)?.end ?? 0
    const line = `import { ${name} } from '${catalogue}'`
    return { start: at, end: at, text: at === 0 ? `${line}\n\n` : `\n${line}` }
  }
  const specifiers = named.specifiers.filter(({ type }) => type === 'ImportSpecifier')
  const next = specifiers.find(({ local }) => local.name.toLowerCase() > name.toLowerCase())
  const at = next === undefined ? specifiers.at(-1)!.end! : next.start!
  const gap = /\s*$/.exec(source.slice(0, specifiers[0]!.start!))![0] || ' '
  return { start: at, end: at, text: next === undefined ? `,${gap}${name}` : `${name},${gap}` }
}
