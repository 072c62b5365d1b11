import { isRecord } from '../../generators/fleet/checks/check.ts'
import type { ClusterPlan } from '../../generators/plan/placement.ts'

/** A Pod as the network sees it. */
export interface Pod {
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
}

export interface Policy {
  readonly namespace: string
  // biome-ignore lint/suspicious/noExplicitAny: a NetworkPolicy's spec; a wrong path fails the test
  readonly spec: any
}

/** One end of a conversation; `outside` has an address that is no Pod's. */
type End = Pod | 'outside'

/** Every NetworkPolicy of a cluster, with the namespace that its kustomization puts it in. */
export const policiesIn = ({ placements }: ClusterPlan): readonly Policy[] =>
  placements.flatMap(({ namespace, effective }) =>
    effective.kind === 'helm'
      ? []
      : effective.objects
          .filter(({ kind }) => kind === 'NetworkPolicy')
          .map(({ spec }) => ({ namespace: namespace.name, spec })),
  )

/** Rules by which Kubernetes lets one Pod reach another at a port of its own: none, and it does not. */
export const rulesThatAllow = (
  policies: readonly Policy[],
  direction: 'Egress' | 'Ingress',
  subject: Pod,
  other: End,
  port: number,
): readonly unknown[] => {
  const about = policies.filter(
    ({ namespace, spec }) =>
      namespace === subject.namespace &&
      spec.policyTypes.includes(direction) &&
      isSelectedBy(spec.podSelector, subject.labels),
  )
  // Whom no policy is about may do everything.
  if (about.length === 0) return ['open']
  return about
    .flatMap(({ namespace, spec }) =>
      (spec[direction.toLowerCase()] ?? []).map((rule: unknown) => ({ namespace, rule })),
    )
    .filter(({ namespace, rule }) => matches(rule, namespace, other, port))
}

/** Whether both ends let it through. */
export const reaches = (policies: readonly Policy[], from: End, to: End, port: number): boolean =>
  (from === 'outside' || rulesThatAllow(policies, 'Egress', from, to, port).length > 0) &&
  (to === 'outside' || rulesThatAllow(policies, 'Ingress', to, from, port).length > 0)

// biome-ignore lint/suspicious/noExplicitAny: as above
const matches = (rule: any, home: string, other: End, port: number): boolean => {
  const peers = rule.from ?? rule.to
  const isPort = rule.ports === undefined || rule.ports.some((one: { port: number }) => one.port === port)
  return isPort && (peers === undefined || peers.some((peer: unknown) => isPeer(peer, home, other)))
}

const isPeer = (peer: unknown, home: string, other: End): boolean => {
  if (!isRecord(peer)) return false
  // Some networks hold Pods to be addresses as well, and some do not: whatever needs that they are is not relied on.
  if (peer.ipBlock !== undefined)
    return other === 'outside' && isRecord(peer.ipBlock) && peer.ipBlock.cidr === '0.0.0.0/0'
  if (other === 'outside') return false
  const isThere =
    peer.namespaceSelector === undefined
      ? other.namespace === home
      : isSelectedBy(peer.namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace })
  return isThere && (peer.podSelector === undefined || isSelectedBy(peer.podSelector, other.labels))
}

const isSelectedBy = (selector: unknown, labels: Readonly<Record<string, string>>): boolean => {
  const { matchLabels = {} } = selector as { matchLabels?: Readonly<Record<string, string>> }
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
}
