import { expect, test } from 'vitest'
import { identityKey, identityOf, identityText } from '../../generators/compare/identity.ts'

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'monitoring' } }

test('an object is known by group, kind, namespace and name', () => {
  expect(identityOf(deployment)).toEqual({
    group: 'apps',
    kind: 'Deployment',
    namespace: 'monitoring',
    name: 'web',
  })
})

test('a new version of its API leaves an object the same one', () => {
  const older = { ...deployment, apiVersion: 'apps/v1beta2' }
  expect(identityKey(identityOf(older))).toBe(identityKey(identityOf(deployment)))
})

test('another group makes it another object', () => {
  const other = { ...deployment, apiVersion: 'example.com/v1' }
  expect(identityKey(identityOf(other))).not.toBe(identityKey(identityOf(deployment)))
})

test('the group of the core is empty', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'monitoring' } }
  expect(identityOf(service).group).toBe('')
})

test('a kind that stands in no namespace has none, whatever its file says', () => {
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'reader', namespace: 'monitoring' },
  }
  expect(identityOf(role)).toEqual({ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' })
})

test.each([
  [deployment, 'Deployment monitoring/web'],
  [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring' } }, 'Namespace monitoring'],
])('people read %j as %s', (object, text) => {
  expect(identityText(identityOf(object))).toBe(text)
})
