import type { LocatedProblem } from '../located-problem.ts'
import { importsOf } from '../source/imports.ts'
import { type Position, positionAt } from '../source/position.ts'
import { parseTypeScript } from '../source/syntax.ts'
import type { Failure } from './failure.ts'
import type { LoadContext } from './load-context.ts'

/** A package that Node does not find. Node knows the bundle alone, so the fleet's own imports are searched for it. */
export const packageError = ({ message }: Failure, context: LoadContext): LocatedProblem | undefined => {
  const [, name] = /^Cannot find package '(.+)' imported from /.exec(message) ?? []
  if (name === undefined) return undefined
  return {
    rule: 'fleet-import',
    place: [],
    position: importOf(name, context.source),
    reason: `the package ${name} is not installed`,
    fix: `correct its name, or npm install ${name}`,
  }
}

const importOf = (name: string, source: string): Position | undefined => {
  const program = parseTypeScript(source)
  const found = program && importsOf(program).find(({ from }) => from === name || from.startsWith(`${name}/`))
  return found && positionAt(source, found.at)
}
