import { expect, test } from 'vitest'
import { isClusterScoped } from '../../../generators/objects/kubernetes/cluster-scoped.ts'

test.each([
  ['v1', 'Namespace', true],
  ['v1', 'Node', true],
  ['example.com/v1', 'Node', false],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', true],
  ['rbac.authorization.k8s.io/v1', 'Role', false],
  ['cert-manager.io/v1', 'ClusterIssuer', true],
  ['example.com/v1', 'Widget', false],
])('%s %s stands in no namespace: %s', (apiVersion, kind, expected) => {
  expect(isClusterScoped({ apiVersion, kind, metadata: { name: 'a' } })).toBe(expected)
})
