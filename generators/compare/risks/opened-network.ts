import type { KubernetesObject } from '../../kubernetes-object.ts'
import { at } from '../../plan/values.ts'
import type { ObjectChange } from '../change.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { letsThrough, passagesIn, selects } from './network-peers.ts'
import { keeperOf } from './owner.ts'
import { leavesPods, podsOf } from './selected-pods.ts'
import type { Subject } from './subject.ts'

/** Pods can be reached by more, or can reach more, inside the cluster and beyond. */
export const openedNetwork: Hazard = {
  name: 'opened-network',
  among: (subject) =>
    subject.objects.flatMap((one) => {
      if (isPolicy(one.before) && one.after === undefined) return removed(one, one.before, subject)
      return isPolicy(one.after) ? widened(one, one.after, subject) : []
    }),
}

const isPolicy = (object: KubernetesObject | undefined): object is KubernetesObject =>
  object !== undefined && /^(Cilium(Clusterwide)?)?NetworkPolicy$/.test(object.kind)

const because =
  'Pods about which no policy says anything are open to all, in that direction. Check that each of those peers and ports is needed, and no other policy was meant to close them.'

/** A policy that goes away opens its Pods, unless another one still closes them: then less is let through, not more. */
const removed = (one: ObjectChange, policy: KubernetesObject, subject: Subject): readonly Finding[] => {
  if (keeperOf(policy, subject) !== undefined || !leavesPods(policy, subject)) return []
  const open = directionsOf(policy).filter((direction) => !closing(policy, direction, policiesAfter(subject)))
  const words = open.map((direction) => (direction === 'Ingress' ? 'be reached by all' : 'reach everything'))
  return open.length === 0 ? [] : [about(one, `goes away, and its Pods can ${listed(words)}`, because)]
}

type Direction = 'Egress' | 'Ingress'

const directionsOf = ({ kind, spec }: KubernetesObject): readonly Direction[] => {
  const said = at(spec, 'policyTypes')
  if (kind === 'NetworkPolicy' && Array.isArray(said)) return said as readonly Direction[]
  const has = (key: string) => at(spec, key) !== undefined
  const isCilium = kind !== 'NetworkPolicy'
  return [
    ...(has('ingress') || !isCilium ? (['Ingress'] as const) : []),
    ...(has('egress') ? (['Egress'] as const) : []),
  ]
}

const policiesAfter = ({ pair, cluster }: Subject): readonly KubernetesObject[] =>
  [pair.after, ...cluster.after].flatMap((one) => one?.content.objects ?? []).filter(isPolicy)

/** Whether another policy still decides about those Pods. */
const closing = (policy: KubernetesObject, direction: Direction, others: readonly KubernetesObject[]): boolean =>
  others.some(
    (other) =>
      other.kind === policy.kind &&
      other.metadata.namespace === policy.metadata.namespace &&
      directionsOf(other).includes(direction) &&
      selects(podsOf(other), podsOf(policy)),
  )

const widened = (one: ObjectChange, policy: KubernetesObject, subject: Subject): readonly Finding[] => {
  const { before } = one
  // A policy that is new closes what was open; what was closed before, it can only open.
  if (before === undefined) return added(one, policy, subject)
  const open = directionsOf(before).filter((direction) => !directionsOf(policy).includes(direction))
  const fewer = selects(podsOf(policy), podsOf(before)) ? [] : ['is about fewer Pods']
  const more = directionsOf(policy).flatMap((direction) => gains(before, policy, direction))
  const all = [...open.map((direction) => `no longer decides about ${direction}`), ...fewer, ...more]
  return all.length === 0 ? [] : [about(one, listed(all), because)]
}

const gains = (
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  direction: Direction,
): readonly string[] => {
  const [list, whom] = direction === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const)
  if (before !== undefined && !directionsOf(before).includes(direction)) return []
  const known = passagesIn(at(before?.spec, list), whom)
  const now = passagesIn(at(after.spec, list), whom)
  const isMore = now.some((passage) => !known.some((other) => letsThrough(other, passage)))
  return isMore ? [`lets more through by ${list}`] : []
}

const added = (one: ObjectChange, policy: KubernetesObject, { cluster, pair }: Subject): readonly Finding[] => {
  const before = [pair.before, ...cluster.before].flatMap((other) => other?.content.objects ?? []).filter(isPolicy)
  const more = directionsOf(policy)
    .filter((direction) => closing(policy, direction, before))
    .flatMap((direction) => gains(undefined, policy, direction))
  return more.length === 0 ? [] : [about(one, `is new, and ${listed(more)}`, because)]
}
