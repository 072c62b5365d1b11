import { closedNamespaces, unknownIn, unknownOf } from '../../plan/network-policies/closed.ts'
import type { Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const knownFlows: Rule = {
  name: 'known-flows',
  because:
    'Pods of a chart were cut off from whom they had to talk to: policies let through only what somebody had said',
  check: ({ cluster }) =>
    closedNamespaces(cluster).flatMap(({ namespace, placements }): readonly Problem[] => {
      const inAll = unknownIn(namespace)
      const of = placements.flatMap((one) => {
        const unknown = unknownOf(one)
        return unknown === undefined ? [] : [{ place: one.place, reason: `${one.name} is cut off: ${unknown}` }]
      })
      const found =
        inAll === undefined
          ? of
          : [{ place: [...namespace.place, 'networkPolicies'], reason: `in ${namespace.name} ${inAll}` }]
      return found.map((one) => ({
        rule: knownFlows.name,
        ...one,
        fix: `take networkPolicies: true from ${namespace.place.join('.')}, or place it in a namespace of its own`,
      }))
    }),
}
