import type { Place } from '../problem.ts'
import { impliedName } from '../review/source/component-name.ts'
import { follow } from '../review/source/follow.ts'
import { namesIn } from '../review/source/imports.ts'
import type { Node, Value } from '../review/source/scope.ts'
import { settled } from '../review/source/settled.ts'
import type { Expression, Program } from '../review/source/syntax.ts'

/**
 * What a component is called by in a module: `loki` where one of its places says `loki({ … })`, or just `loki`.
 * Undefined where no place does so in a way that could be repeated elsewhere in the module.
 */
export const calleeIn = (program: Program, fleet: Value, places: readonly Place[], definition: string) => {
  const names = new Set(namesIn(program))
  return places
    .map((place) => follow(fleet, place))
    .filter(({ left }) => left === 0)
    .flatMap(({ value }) => {
      // `const stack = kubePrometheusStack({ … })` is called by what made it; `const web = helmRelease({ … })` by its name.
      const made = callee(settled(value).node)
      return made !== undefined && impliedName(made) === definition ? [made] : [callee(value.node)]
    })
    .find((node) => node !== undefined && names.has(rootOf(node) ?? ''))
}

/** A name, or a member of one. */
const callee = (node: Node): Node | undefined => {
  if (node.type === 'CallExpression') return callee(node.callee as Expression)
  return rootOf(node) === undefined ? undefined : node
}

/** `catalogue` of `catalogue.loki`. */
const rootOf = (node: Node): string | undefined => {
  if (node.type === 'Identifier') return node.name
  return node.type === 'MemberExpression' && !node.computed ? rootOf(node.object as Expression) : undefined
}
