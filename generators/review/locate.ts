import type { Place } from '../problem.ts'
import { follow } from './source/follow.ts'
import { type Position, positionAt, start } from './source/position.ts'
import { scopeOf } from './source/scope.ts'
import { defaultExport, parseTypeScript } from './source/syntax.ts'

/**
 * Where a place in the fleet is written in its source. What cannot be found there, because it is not given, imported or
 * computed, is said to stand at the deepest point on the way; in a source that cannot be read, at its start.
 */
export const locate = (source: string, place: Place): Position => locator(source)(place)

/** The same for many places of one source, which is read once. */
export const locator = (source: string): ((place: Place) => Position) => {
  const program = parseTypeScript(source)
  const node = program === undefined ? undefined : defaultExport(program)
  if (program === undefined || node === undefined) return () => start
  const fleet = { node, scope: scopeOf(program.body), via: [] }
  return (place) => positionAt(source, follow(fleet, place).at.start!)
}
