import type { CompleteCluster } from '../../fleet/complete/complete-fleet.ts'
import type { NodePool } from '../../fleet/traits.ts'
import type { Place, Problem } from '../../problem.ts'
import type { Rule } from '../rule.ts'

export const poolsToldApart: Rule = {
  name: 'pools-told-apart',
  because:
    'a driver for GPUs started on every node, and data landed where none belonged: nothing told those nodes from the others',
  check: ({ cluster: { cluster } }) =>
    poolsOf(cluster).flatMap(({ name, pool, place }): readonly Problem[] => [
      ...(pool.gpu === true && !isSelectable(pool)
        ? [
            {
              rule: poolsToldApart.name,
              place: [...place, 'gpu'],
              reason: `the nodes ${name} have GPUs, and no label that Pods could select them by: what belongs there would run on every node`,
              fix: 'say what label they carry: labels: { … }',
            },
          ]
        : []),
      ...(pool.stateful === false && !isAvoidable(pool)
        ? [
            {
              rule: poolsToldApart.name,
              place: [...place, 'stateful'],
              reason: `nothing stateful belongs on the nodes ${name}, and nothing is said by which it could keep away from them`,
              fix: "say what they are called, or what they carry: nodes: ['…'], labels: { … } or taints: ['…']",
            },
          ]
        : []),
    ]),
}

/** Pools of the cluster, and those of its environment that it does not say otherwise. */
const poolsOf = ({ environment, nodePools: own = {}, place }: CompleteCluster) => {
  const shared = environment.settings.nodePools ?? {}
  return [...named(own, place), ...named(shared, environment.place).filter(({ name }) => !Object.hasOwn(own, name))]
}

const named = (pools: Readonly<Record<string, NodePool>>, place: Place) =>
  Object.entries(pools).map(([name, pool]) => ({ name, pool, place: [...place, 'nodePools', name] }))

/** A selector holds labels; one node has its name as one. */
const isSelectable = ({ nodes = [], labels = {} }: NodePool): boolean =>
  Object.keys(labels).length > 0 || nodes.length === 1

/** Whether something could keep away from the nodes of a pool. */
export const isAvoidable = ({ nodes = [], labels = {}, taints = [] }: NodePool): boolean =>
  nodes.length > 0 || Object.keys(labels).length > 0 || taints.length > 0
