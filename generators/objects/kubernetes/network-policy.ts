import type { INetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy'
import type { INetworkPolicyPeer } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer'
import type { INetworkPolicyPort } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort'

type Labels = Readonly<Record<string, string>>

/** A port of a Pod, not of the Service before it. */
export interface PodPort {
  readonly port: number
  readonly protocol: 'TCP' | 'UDP'
}

/** What is let through: whom to or from, and at which ports. */
export interface NetworkRule {
  /** Default: anybody, nodes and what is outside of the cluster included. */
  readonly peers?: readonly INetworkPolicyPeer[]
  /** Default: every port. */
  readonly ports?: readonly PodPort[]
}

export interface NetworkPolicySettings {
  readonly name: string
  /** Labels of the Pods that it is about. */
  readonly pods: Labels
  /** Who may reach them. */
  readonly ingress: readonly NetworkRule[]
  /** Whom they may reach. */
  readonly egress: readonly NetworkRule[]
  /** What it decides about. A direction about which nothing is decided is open, where no other policy does. Default: both. */
  readonly directions?: readonly ('Egress' | 'Ingress')[]
}

/** Lets the Pods of a namespace be reached by nobody, and reach nobody. What is to be let through, others say. */
export const defaultDeny = () => networkPolicy({ name: 'default-deny', pods: {}, ingress: [], egress: [] })

const both = ['Ingress', 'Egress'] as const

/** What some Pods may do. What the kubelet of a Pod's own node asks of it, such as its probes, no policy stops. */
export const networkPolicy = ({ name, pods, ingress, egress, directions = both }: NetworkPolicySettings) =>
  ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name },
    spec: {
      podSelector: selecting(pods),
      policyTypes: [...directions],
      ...(ingress.length > 0 && { ingress: ingress.map(({ peers, ports }) => rule('from', peers, ports)) }),
      ...(egress.length > 0 && { egress: egress.map(({ peers, ports }) => rule('to', peers, ports)) }),
    },
  }) satisfies INetworkPolicy

/** Pods of a namespace; without labels all of them. `here` is the namespace that the policy stands in. */
export const podPeer = (namespace: string, labels: Labels | undefined, here: string): INetworkPolicyPeer => ({
  // The label that every namespace has by itself, so that nobody can forget it, or give it to another.
  ...(namespace !== here && { namespaceSelector: selecting({ 'kubernetes.io/metadata.name': namespace }) }),
  ...((namespace === here || labels !== undefined) && { podSelector: selecting(labels ?? {}) }),
})

/** Every address. With a network such as Cilium, whose policies tell Pods and nodes from the rest, not those of the cluster. */
export const anyAddress: readonly INetworkPolicyPeer[] = [
  { ipBlock: { cidr: '0.0.0.0/0' } },
  { ipBlock: { cidr: '::/0' } },
]

const selecting = (labels: Labels) => (Object.keys(labels).length === 0 ? {} : { matchLabels: labels })

const rule = (whom: 'from' | 'to', peers: NetworkRule['peers'], ports: NetworkRule['ports']) => ({
  ...(peers && { [whom]: [...peers] }),
  ...(ports && { ports: ports.map(({ port, protocol }): INetworkPolicyPort => ({ protocol, port })) }),
})

const dnsPorts: readonly PodPort[] = [
  { protocol: 'UDP', port: 53 },
  { protocol: 'TCP', port: 53 },
]

/** Lets every Pod of a namespace find addresses by their names. Whether it may go there is another question. */
export const allowDns = () =>
  networkPolicy({
    name: 'allow-dns',
    pods: {},
    ingress: [],
    egress: [
      {
        peers: [
          {
            namespaceSelector: selecting({ 'kubernetes.io/metadata.name': 'kube-system' }),
            // CoreDNS, which every distribution labels like the server that was there before it.
            podSelector: selecting({ 'k8s-app': 'kube-dns' }),
          },
          // Where nodes have a cache of names, it answers here.
          { ipBlock: { cidr: '169.254.20.10/32' } },
        ],
        ports: dnsPorts,
      },
    ],
    directions: ['Egress'],
  })
