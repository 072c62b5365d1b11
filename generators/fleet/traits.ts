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

/** What holds for a whole environment or cluster. A trait stands in the layer of whoever says it. */
export interface Traits {
  /** The StorageClass that volumes are claimed from. */
  readonly storageClass?: string
}
