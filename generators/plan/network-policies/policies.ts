import type { KubernetesObject } from '../../kubernetes-object.ts'
import {
  allowDns,
  anyAddress,
  defaultDeny,
  type NetworkRule,
  networkPolicy,
  type PodPort,
  podPeer,
} from '../../objects/kubernetes/network-policy.ts'
import type { Callee, Caller, Connection, Pods } from '../flows/connection.ts'
import { isOpaque, isSelected, type Labels, workloadsOf } from '../flows/workload.ts'
import type { Placement } from '../placement.ts'

/** A policy, and what to write above its rules, by JSON pointer. */
export interface ExplainedPolicy {
  readonly policy: KubernetesObject
  readonly comments: ReadonlyMap<string, string>
}

/** Closes a namespace but for what its components need: one policy that closes, one for names, and one for each workload. */
export const policiesOf = (
  namespace: string,
  placements: readonly Placement[],
  connections: readonly Connection[],
): readonly ExplainedPolicy[] => [
  { policy: defaultDeny(), comments: new Map() },
  { policy: allowDns(), comments: new Map() },
  ...placements
    .filter((one) => one.namespace.name === namespace)
    .flatMap(subjectsOf)
    .flatMap((subject) => policyOf(subject, namespace, connections)),
]

interface Subject {
  readonly name: string
  readonly labels: Labels
}

/** Whose Pods a policy is about. Those of a chart are all Pods of their namespace to it; those on a node's own network none. */
const subjectsOf = (placement: Placement): readonly Subject[] =>
  isOpaque(placement)
    ? [{ name: placement.name, labels: {} }]
    : workloadsOf(placement)
        .filter(({ isOnNode }) => !isOnNode)
        .map(({ name, labels }) => ({ name, labels }))

const policyOf = ({ name, labels }: Subject, here: string, connections: readonly Connection[]) => {
  const isMeant = (end: Caller | Callee): boolean =>
    typeof end !== 'string' && end.namespace === here && isSelected(labels, end.labels ?? {})
  const ingress = merged(
    connections.filter(({ to }) => isMeant(to)),
    ({ from }) => from,
    here,
  )
  const egress = merged(
    connections.filter(({ from }) => isMeant(from)),
    ({ to }) => to,
    here,
  )
  if (ingress.length === 0 && egress.length === 0) return []
  const rulesOf = (rules: readonly ExplainedRule[]) => rules.map(({ rule }) => rule)
  return [
    {
      policy: networkPolicy({
        name,
        pods: labels,
        ingress: rulesOf(ingress),
        egress: rulesOf(egress),
      }),
      comments: new Map(
        Object.entries({ ingress, egress }).flatMap(([direction, rules]) =>
          rules.map(({ comment }, index) => [`/spec/${direction}/${index}`, comment] as const),
        ),
      ),
    },
  ]
}

interface ExplainedRule {
  readonly rule: NetworkRule
  readonly comment: string
}

/** One rule for each of those that are talked to, with all that is said to them. */
const merged = (
  connections: readonly Connection[],
  other: (connection: Connection) => Callee | Caller,
  here: string,
): readonly ExplainedRule[] => {
  const byPeer = new Map<string, Connection[]>()
  for (const one of connections) {
    const key = keyOf(other(one), one.ports)
    byPeer.set(key, [...(byPeer.get(key) ?? []), one])
  }
  return [...byPeer].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => ruleOf(some, other(some[0]!), here))
}

/** Who has no name may be anybody, for one thing as for another: these stay apart, so that each says what it is for. */
const keyOf = (end: Callee | Caller, ports: readonly PodPort[] | undefined): string =>
  typeof end === 'string' ? `${end} ${JSON.stringify(ports)}` : `${end.namespace} ${JSON.stringify(sortedLabels(end))}`

const sortedLabels = ({ labels }: Pods) => labels && Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))

const ruleOf = (connections: readonly Connection[], end: Callee | Caller, here: string): ExplainedRule => {
  const isAny = connections.some(({ ports }) => ports === undefined)
  const ports = connections.flatMap((one) => one.ports ?? [])
  const peers = peersOf(end, here)
  return {
    rule: {
      ...(peers === undefined ? {} : { peers }),
      ...(isAny ? {} : { ports: distinct(ports) }),
    },
    comment: [...new Set(connections.map(({ why }) => why))].sort().join(', '),
  }
}

/**
 * An address outside is a name, and policies know only numbers: all of them, at its port. Private ones too, because a hub
 * may well be reached by a network of one's own. The API server and the kubelets are no Pods, and to some networks no
 * addresses either: what is for them is let through to anywhere, at their ports.
 */
const peersOf = (end: Callee | Caller, here: string): NetworkRule['peers'] => {
  if (end === 'outside') return anyAddress
  return typeof end === 'string' ? undefined : [podPeer(end.namespace, end.labels, here)]
}

const distinct = (ports: readonly PodPort[]): readonly PodPort[] => {
  const byKey = new Map(ports.map((one) => [`${one.protocol} ${one.port}`, one]))
  return [...byKey.values()].sort((a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : 1))
}
