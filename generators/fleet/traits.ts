/** What a distribution of Kubernetes leaves open to Prometheus. Only what is exposed may be scraped or alerted on. */
export const distributions = {
  /** Runs the control plane in one process that listens on loopback. */
  k3s: { exposes: [] },
  /** Binds etcd, scheduler and controller-manager to loopback. */
  talos: { exposes: [] },
  /** kubeadm in containers, with kubeadm's loopback addresses. */
  kind: { exposes: [] },
  /** A provider runs the control plane: EKS, GKE, AKS, LKE. */
  managed: { exposes: [] },
  /** kubeadm with `bind-address: 0.0.0.0`, as its documentation shows for monitoring. */
  kubeadm: { exposes: ['kube-controller-manager', 'kube-proxy', 'kube-scheduler'] },
} as const satisfies Record<string, { exposes: readonly ControlPlanePart[] }>

export type ControlPlanePart = 'etcd' | 'kube-controller-manager' | 'kube-proxy' | 'kube-scheduler'
export const controlPlaneParts: readonly ControlPlanePart[] = [
  'etcd',
  'kube-controller-manager',
  'kube-proxy',
  'kube-scheduler',
]

export type Distribution = keyof typeof distributions
export type Network = 'calico' | 'cilium' | 'flannel' | 'kindnet'
export const networks: readonly Network[] = ['calico', 'cilium', 'flannel', 'kindnet']

/** What a cluster is to a federation: the hub stores what the edges send. */
export type ClusterRole = 'edge' | 'hub'
export const clusterRoles: readonly ClusterRole[] = ['edge', 'hub']

/** A taint as kubectl writes it: `storage=hdd:NoSchedule`, or without a value `dedicated:NoExecute`. */
export type Taint = `${string}:${'NoExecute' | 'NoSchedule' | 'PreferNoSchedule'}`

/** Nodes of one kind: what they carry, and what may run there. */
export interface NodePool {
  /** Their names, where they are known: `['worker04']`. */
  readonly nodes?: readonly string[]
  /** Labels that all of them carry. */
  readonly labels?: Readonly<Record<string, string>>
  /** What keeps Pods away that do not tolerate it. What must run on every node tolerates all of them. */
  readonly taints?: readonly Taint[]
  /** Whether what keeps data on a volume may run here. Default `true`. */
  readonly stateful?: boolean
  /** Whether the nodes have GPUs of NVIDIA. Default `false`. */
  readonly gpu?: boolean
}

/** What holds for a whole environment or cluster. A trait stands in the layer of whoever says it. */
export interface Traits {
  /** The StorageClass that volumes are claimed from. */
  readonly storageClass?: string
  /** Nodes that are unlike the others, by a name for people. Default: all nodes are alike. */
  readonly nodePools?: Readonly<Record<string, NodePool>>
}

/** Only the traits of whoever says more than that, and of them only what is given. */
export const traitsOf = ({ storageClass, nodePools }: Traits): Traits => ({
  ...(storageClass === undefined ? {} : { storageClass }),
  ...(nodePools === undefined ? {} : { nodePools }),
})
