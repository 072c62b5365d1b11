import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import { selects } from './network-peers.ts'

export const isPolicy = (object: KubernetesObject | undefined): object is KubernetesObject =>
  object !== undefined && /^(Cilium(Clusterwide)?)?NetworkPolicy$/.test(object.kind)

export type Direction = 'Egress' | 'Ingress'

/** Where a direction's rules stand, and where they say whom. */
export const rulesOf = { Egress: ['egress', 'to'], Ingress: ['ingress', 'from'] } as const

/** What a policy decides about, whether it lets something through or not. */
export const directionsOf = ({ kind, spec }: KubernetesObject): readonly Direction[] => {
  const said = at(spec, 'policyTypes')
  if (Array.isArray(said)) return said as readonly Direction[]
  const decides = (key: string) => at(spec, key) !== undefined
  return [
    ...(kind === 'NetworkPolicy' || decides('ingress') ? (['Ingress'] as const) : []),
    ...(decides('egress') ? (['Egress'] as const) : []),
  ]
}

/** The Pods that a policy is about, as a selector. */
export const podsOf = ({ spec }: KubernetesObject): unknown => at(spec, 'podSelector') ?? at(spec, 'endpointSelector')

/** Whether one of the others decides about the same Pods in a direction. */
export const isClosed = (
  policy: KubernetesObject,
  direction: Direction,
  others: readonly KubernetesObject[],
): boolean =>
  others.some(
    (other) =>
      other.kind === policy.kind &&
      other.metadata.namespace === policy.metadata.namespace &&
      directionsOf(other).includes(direction) &&
      selects(podsOf(other), podsOf(policy)),
  )
