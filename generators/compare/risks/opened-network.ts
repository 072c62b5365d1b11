import { grouped } from '../../grouped.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { ObjectChange } from '../change.ts'
import type { Deployed } from '../deployed.ts'
import { about, type Finding, type Hazard } from './hazard.ts'
import { listed } from './listed.ts'
import { gainsOf, newPassages } from './network-gains.ts'
import { selects } from './network-peers.ts'
import { directionsOf, isClosed, isPolicy, podsOf } from './network-policies.ts'
import { keeperOf } from './owner.ts'
import { leavesPods } from './selected-pods.ts'
import type { Subject } from './subject.ts'

/** Pods can be reached by more, or can reach more, inside the cluster and beyond. */
export const openedNetwork: Hazard = {
  name: 'opened-network',
  among: (subject) => [...removed(subject), ...subject.objects.flatMap((one) => widened(one, subject))],
}

const because =
  'Pods about which no policy says anything are open to all, in that direction. Check that each of those peers and ports is needed, and no other policy was meant to close them.'

/** Said once for all policies that open the same when they go away. */
const removed = (subject: Subject): readonly Finding[] => {
  const all = subject.objects.map((one) => ({ one, opens: openedBy(one, subject) })).filter(({ opens }) => opens !== '')
  return [...grouped(all, ({ opens }) => opens)].map(([opens, policies]) => {
    const happens = `away, and Pods that stay can ${opens}`
    const [first] = policies
    if (first !== undefined && policies.length === 1) return about(first.one, `goes ${happens}`, because)
    const names = listed(policies.map(({ one }) => one.identity.name))
    return { what: `${policies.length} network policies (${names}) go ${happens}`, because }
  })
}

/** What a policy opens that goes away. Where another one still closes its Pods, less is let through, not more. */
const openedBy = ({ before, after }: ObjectChange, subject: Subject): string => {
  if (!isPolicy(before) || after !== undefined) return ''
  if (keeperOf(before, subject) !== undefined || !leavesPods(before, subject)) return ''
  const others = policiesIn(subject.pair.after, subject.cluster.after)
  const open = directionsOf(before).filter((direction) => !isClosed(before, direction, others))
  return listed(open.map((direction) => (direction === 'Ingress' ? 'be reached by all' : 'reach everything')))
}

const policiesIn = (own: Deployed | undefined, all: readonly Deployed[]): readonly KubernetesObject[] =>
  [own, ...all].flatMap((one) => one?.content.objects ?? []).filter(isPolicy)

const widened = (one: ObjectChange, subject: Subject): readonly Finding[] => {
  const { before, after } = one
  if (!isPolicy(after)) return []
  if (before === undefined) return added(one, after, subject)
  const open = directionsOf(before).filter((direction) => !directionsOf(after).includes(direction))
  const fewer = selects(podsOf(after), podsOf(before)) ? [] : ['is about fewer Pods']
  const all = [...open.map((direction) => `no longer decides about ${direction}`), ...fewer, ...gainsOf(before, after)]
  return all.length === 0 ? [] : [about(one, all.join(', and '), because)]
}

/** Where a namespace is closed, each new part brings a policy of its own. It is a risk where it is about all, or lets in addresses. */
const added = (one: ObjectChange, policy: KubernetesObject, { cluster, pair }: Subject): readonly Finding[] => {
  const before = policiesIn(pair.before, cluster.before)
  if (!directionsOf(policy).some((direction) => isClosed(policy, direction, before))) return []
  const isWide = newPassages(undefined, policy, 'Ingress').some(({ peer }) => peer === undefined || 'ipBlock' in peer)
  const gains = isWide || selects(podsOf(policy), {}) ? gainsOf(undefined, policy) : []
  return gains.length === 0 ? [] : [about(one, `is new, and ${gains.join(', and ')}`, because)]
}
