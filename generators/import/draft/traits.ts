import type { Distribution, Network } from '../../fleet/traits.ts'
import type { ReadFolder } from '../reading/documents.ts'
import type { DraftComponent } from './component.ts'

/** What the draft says of a cluster, and whether that is a guess. */
export interface GuessedTraits {
  readonly distribution: Distribution
  readonly network: Network
  /** Lines above them. */
  readonly guesses: readonly string[]
}

/** What a cluster is, from what the repository keeps for it. What nothing tells is a guess that a person must look at. */
export const traitsOf = (read: ReadFolder, components: readonly DraftComponent[]): GuessedTraits => {
  const distribution = distributionOf(read)
  const network = networkOf(components)
  const guesses = [
    ...(distribution === undefined ? ['TODO what it runs on: k3s, kind, kubeadm, managed or talos'] : []),
    ...(network === undefined ? ['TODO its network: calico, cilium, flannel or kindnet'] : []),
  ]
  return { distribution: distribution ?? 'managed', network: network ?? 'flannel', guesses }
}

const signs: readonly (readonly [Distribution, RegExp])[] = [
  ['talos', /(?:^|\/)(?:talconfig\.ya?ml$|talos\/)/],
  ['k3s', /k3s/],
  ['kind', /(?:^|\/)kind(?:-|\/|\.)/],
  ['kubeadm', /kubeadm|kubespray/],
]

const distributionOf = ({ folder }: ReadFolder): Distribution | undefined =>
  signs.find(([, sign]) => folder.paths.some((path) => sign.test(path)))?.[0]

const networkOf = (components: readonly DraftComponent[]): Network | undefined => {
  const charts = components.flatMap(({ content }) => (content.kind === 'release' ? [content.chart.name] : []))
  if (charts.includes('cilium')) return 'cilium'
  return charts.some((name) => name === 'tigera-operator' || name === 'calico') ? 'calico' : undefined
}

/** The environment that a cluster's name speaks of; `main` where it speaks of none. */
export const environmentName = (cluster: string): string =>
  cluster.split('-').find((part) => known.test(part)) ?? 'main'

const known = /^(?:dev|development|lab|live|local|prod|production|qa|sandbox|stage|staging|test|testing|uat)$/
