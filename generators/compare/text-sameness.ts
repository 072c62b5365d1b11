import type { Value } from '../review/source/scope.ts'
import { lookUp } from '../review/source/scope.ts'
import { type FleetText, meaningOf } from './fleet-members.ts'

/**
 * Tells at a glance that two values say the same: they are written with the same words, none of which names anything that
 * changed. Within a function a word may stand for an argument, so that no glance will do.
 */
export const textSameness = (old: FleetText, young: FleetText): ((before: Value, after: Value) => boolean) => {
  const changed = changedNames(old, young)
  const names =
    changed.length === 0 ? undefined : new RegExp(`(?<![\\w$])(${changed.join('|').replaceAll('$', '\\$')})(?![\\w$])`)
  return (before, after) => {
    if (before.scope !== old.scope || after.scope !== young.scope) return false
    const text = textOf(after, young)
    return text === textOf(before, old) && names?.test(text) !== true
  }
}

const changedNames = (old: FleetText, young: FleetText): readonly string[] =>
  [...new Set([...old.scope.keys(), ...young.scope.keys()])].filter(
    (name) => definition(name, old) !== definition(name, young),
  )

const definition = (name: string, { fleet }: FleetText): string | undefined => {
  const defined = lookUp(name, fleet.value)
  return defined === undefined ? undefined : meaningOf(defined)
}

const textOf = ({ node }: Value, { text }: FleetText): string => text.slice(node.start ?? 0, node.end ?? 0)
