import type { IClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole'
import type { IClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding'
import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule'
import { selectorLabels } from './labels.ts'

const rbac = 'rbac.authorization.k8s.io'

/** What a workload may do in every namespace. */
export const clusterRole = (name: string, rules: readonly IPolicyRule[]) =>
  ({
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: { name, labels: selectorLabels(name) },
    rules: [...rules],
  }) satisfies IClusterRole

/** Gives a ClusterRole to the ServiceAccount of the same name. */
export const clusterRoleBinding = (name: string, namespace: string) =>
  ({
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: selectorLabels(name) },
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  }) satisfies IClusterRoleBinding

/** May see all that there is of some kinds, at once and as it changes. */
export const mayWatch = (apiGroup: string, ...resources: readonly string[]) =>
  ({ apiGroups: [apiGroup], resources: [...resources], verbs: ['list', 'watch'] }) satisfies IPolicyRule
