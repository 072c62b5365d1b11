import { isRecord } from '../fleet/checks/check.ts'

/**
 * Lists whose order Kubernetes, Flux and Argo CD do not care about, by the name of the field. The order of all others
 * counts: init containers run one after the other, recording rules read each other, arguments have a meaning together.
 */
const always: ReadonlySet<string> = new Set([
  ...['accessModes', 'apiGroups', 'clusterResourceWhitelist', 'conditions', 'containers', 'dependsOn', 'destinations'],
  ...['drop', 'egress', 'finalizers', 'from', 'groups', 'hosts', 'imagePullSecrets', 'ingress', 'matchExpressions'],
  ...['namespaceResourceWhitelist', 'nonResourceURLs', 'ownerReferences', 'policyTypes', 'ports', 'resourceNames'],
  ...['resources', 'secrets', 'sourceRepos', 'subjects', 'syncOptions', 'to', 'tolerations', 'verbs'],
  ...['topologySpreadConstraints', 'volumeClaimTemplates', 'volumeMounts', 'volumes'],
])

/** Whether a list of that name holds the same when its items change places. */
export const isOrderless = (field: string, items: readonly unknown[]): boolean => {
  // Those of RBAC add up; those of Prometheus are evaluated in turn.
  if (field === 'rules') return items.every((item) => isRecord(item) && 'verbs' in item)
  // A variable can only use those above it.
  if (field === 'env') return !items.some((item) => isRecord(item) && String(item.value).includes('$('))
  return always.has(field)
}
