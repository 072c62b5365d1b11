import { nearest } from '../../nearest.ts'
import type { LocatedProblem } from '../located-problem.ts'
import { namesIn } from '../source/imports.ts'
import { positionAt } from '../source/position.ts'
import { firstUse } from '../source/references.ts'
import { parseTypeScript } from '../source/syntax.ts'
import type { Failure } from './failure.ts'
import type { LoadContext } from './load-context.ts'

/**
 * A name that the fleet uses and nothing defines: misspelt, or not imported. It is searched in the source, because a
 * source map knows only the expression around it, which may begin lines before.
 */
export const undefinedName = (
  { name, message }: Failure,
  { source, file }: LoadContext,
): LocatedProblem | undefined => {
  const [, missing] = (name === 'ReferenceError' && /^(\S+) is not defined$/.exec(message)) || []
  const program = missing === undefined ? undefined : parseTypeScript(source)
  if (missing === undefined || program === undefined) return undefined
  const use = firstUse(program, missing)
  if (use === undefined) return undefined
  const guess = nearest(missing, namesIn(program))
  return {
    rule: 'fleet-evaluation',
    place: [],
    file,
    position: positionAt(source, use),
    reason: `${missing} is not defined`,
    fix: guess === undefined ? `import or define ${missing}` : `write ${guess}, or import or define ${missing}`,
  }
}
