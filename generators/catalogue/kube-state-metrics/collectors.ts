/** Kinds of objects that kube-state-metrics 2.10 and later turns into metrics, by API group, as roles name them. */
const kinds = {
  '': [
    'configmaps',
    'endpoints',
    'limitranges',
    'namespaces',
    'nodes',
    'persistentvolumeclaims',
    'persistentvolumes',
    'pods',
    'replicationcontrollers',
    'resourcequotas',
    'secrets',
    'serviceaccounts',
    'services',
  ],
  'admissionregistration.k8s.io': ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'certificates.k8s.io': ['certificatesigningrequests'],
  'coordination.k8s.io': ['leases'],
  'discovery.k8s.io': ['endpointslices'],
  'networking.k8s.io': ['ingressclasses', 'ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
  'rbac.authorization.k8s.io': ['clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'],
  'storage.k8s.io': ['storageclasses', 'volumeattachments'],
} as const

export type Collector = (typeof kinds)[keyof typeof kinds][number]

export const collectors: readonly Collector[] = Object.values(kinds).flat()

/**
 * What is collected unless somebody says otherwise: what dashboards and alerts ask for. ConfigMaps and Secrets are not,
 * for to list them is to read them.
 */
export const usualCollectors: readonly Collector[] = [
  'cronjobs',
  'daemonsets',
  'deployments',
  'horizontalpodautoscalers',
  'ingresses',
  'jobs',
  'limitranges',
  'namespaces',
  'nodes',
  'persistentvolumeclaims',
  'persistentvolumes',
  'poddisruptionbudgets',
  'pods',
  'replicasets',
  'resourcequotas',
  'services',
  'statefulsets',
  'storageclasses',
]

/** The series of all kinds that are not collected. */
export const notCollected = (wanted: readonly Collector[]): readonly string[] =>
  collectors.filter((one) => !wanted.includes(one)).map((one) => `kube_${singular(one)}_*`)

const singular = (kind: Collector): string =>
  kind
    .replace(/policies$/, 'policy')
    .replace(/(class|ingress)es$/, '$1')
    .replace(/(?<!s)s$/, '')

/** The collected kinds by their API group. */
export const byGroup = (wanted: readonly Collector[]): readonly (readonly [string, readonly Collector[]])[] =>
  Object.entries(kinds).flatMap(([group, all]) => {
    const collected = wanted.filter((one) => (all as readonly Collector[]).includes(one))
    return collected.length === 0 ? [] : [[group, collected] as const]
  })
