import { posix } from 'node:path'
import type { Location, Message } from 'esbuild'
import { nearest } from '../../nearest.ts'
import type { LocatedProblem } from '../located-problem.ts'
import { columnOfByte } from '../source/position.ts'
import { type LoadContext, missingFleet } from './load-context.ts'

/** TypeScript that esbuild cannot bundle: the fleet, or what it imports. */
export const buildError = ({ text, location }: Message, context: LoadContext): LocatedProblem => {
  // only the module that esbuild starts with stands nowhere
  if (location === null) return missingFleet(context)
  const { file, line, column, lineText } = location
  const position = { line, column: columnOfByte(lineText, column) }
  const [, module] = /^Could not resolve "(.+)"$/.exec(text) ?? []
  if (module !== undefined) return missingModule(module, { file, position }, context)
  const [, from, name] = /^No matching export in "(?:package:)?(.+)" for import "(.+)"$/.exec(text) ?? []
  if (from !== undefined && name !== undefined) return missingExport(name, from, location, { file, position })
  return {
    rule: 'fleet-syntax',
    place: [],
    file,
    position,
    reason: `the file is not valid TypeScript: ${text}`,
    fix: 'correct the syntax here, or shortly before',
  }
}

type Where = Required<Pick<LocatedProblem, 'file' | 'position'>>

const missingModule = (module: string, where: Where, context: LoadContext): LocatedProblem => {
  const folder = posix.dirname(where.file)
  const wanted = posix.join(folder, module)
  if (wanted === context.file) return missingFleet(context)
  const guess = nearest(wanted, context.files ?? [])
  return {
    rule: 'fleet-import',
    place: [],
    ...where,
    reason: `there is no ${wanted}`,
    fix: guess === undefined ? `correct the path, or write ${wanted}` : `import '${specifier(folder, guess)}'`,
  }
}

/** A file as a module in a folder imports it. */
const specifier = (folder: string, file: string): string => {
  const path = posix.relative(folder, file)
  return path.startsWith('.') ? path : `./${path}`
}

const missingExport = (name: string, from: string, { suggestion }: Location, where: Where): LocatedProblem => ({
  rule: 'fleet-import',
  place: [],
  ...where,
  reason: name === 'default' ? `${from} exports nothing by default` : `${from} exports no ${name}`,
  fix: suggestion === '' ? `import what ${from} exports` : `import ${suggestion}`,
})
