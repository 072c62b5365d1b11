import type { IAffinity } from 'kubernetes-models/v1/Affinity'
import type { INodeSelectorRequirement } from 'kubernetes-models/v1/NodeSelectorRequirement'
import type { NodePool, Traits } from '../../fleet/traits.ts'

/**
 * Keeps Pods whose data is on a volume off the nodes that are no place for it. Undefined where all nodes are. A pool
 * that has neither names nor labels is left to its taints.
 */
export const keepsDataAffinity = ({ nodePools = {} }: Pick<Traits, 'nodePools'>): IAffinity | undefined => {
  const pools = Object.values(nodePools).filter(({ stateful }) => stateful === false)
  const names = pools.flatMap(({ nodes = [] }) => nodes)
  const apart = [...(names.length === 0 ? [] : [[notIn('kubernetes.io/hostname', names)]]), ...pools.flatMap(byLabels)]
  if (apart.length === 0) return undefined
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: oneOfEach(apart).map((matchExpressions) => ({ matchExpressions })),
      },
    },
  }
}

/** A node is in no pool of these labels if it lacks one of them: any of these, then. Names, where known, say it exactly. */
const byLabels = ({ nodes = [], labels = {} }: NodePool): readonly (readonly INodeSelectorRequirement[])[] =>
  nodes.length > 0 || Object.keys(labels).length === 0
    ? []
    : [Object.entries(labels).map(([key, value]) => notIn(key, [value]))]

/** True of nodes without the label, too. */
const notIn = (key: string, values: readonly string[]): INodeSelectorRequirement => ({
  key,
  operator: 'NotIn',
  values: [...values],
})

/** Every way to take one of each: Kubernetes wants any of its terms to hold, and within a term all. */
const oneOfEach = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>((ways, some) => ways.flatMap((way) => some.map((one) => [...way, one])), [[]])
