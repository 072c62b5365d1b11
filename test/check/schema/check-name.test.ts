import { expect, test } from 'vitest'
import { validateObject } from '../../../generators/check/schema/validate.ts'
import { schemas } from './package-schemas.ts'

const bodies: Readonly<Record<string, object>> = {
  'rbac.authorization.k8s.io/v1 ClusterRole': { rules: [] },
  'batch/v1 CronJob': {
    spec: {
      schedule: '@daily',
      jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image: 'a' }] } } } },
    },
  },
  'v1 Service': { spec: {} },
}

const named = (id: string, name?: unknown) => {
  const [apiVersion, kind] = id.split(' ')
  return validateObject({ apiVersion, kind, metadata: { name }, ...bodies[id] }, schemas)
}

test('the name of a Namespace is a DNS label', () => {
  expect(named('v1 Namespace', 'Bad_Name!')).toEqual([
    {
      path: ['metadata', 'name'],
      message: 'metadata.name is "Bad_Name!", not a DNS label',
      fix: "use lower case letters, digits and '-', with a letter or digit at both ends",
    },
  ])
})

test.each([
  ['v1 Namespace', 'monitoring', 'team.monitoring'],
  ['v1 Service', 'web', 'web.v1'],
  ['v1 ConfigMap', 'dashboards.v1', 'dashboards_v1'],
  ['v1 ConfigMap', 'a'.repeat(253), 'a'.repeat(254)],
  ['v1 Namespace', 'a'.repeat(63), 'a'.repeat(64)],
  ['batch/v1 CronJob', 'a'.repeat(52), 'a'.repeat(53)],
  ['rbac.authorization.k8s.io/v1 ClusterRole', 'system:View', 'system/view'],
])('a %s may be called %s, not %s', (id, right, wrong) => {
  expect(named(id, right)).toEqual([])
  expect(named(id, wrong)).toMatchObject([{ path: ['metadata', 'name'] }])
})

test('an object needs a name', () => {
  const finding = { path: ['metadata', 'name'], message: 'metadata.name is missing', fix: 'add it' }
  expect(named('v1 ConfigMap')).toEqual([finding])
  expect(validateObject({ apiVersion: 'v1', kind: 'ConfigMap' }, schemas)).toEqual([finding])
})

test('a name that is no string is told once', () => {
  expect(named('v1 ConfigMap', 8080)).toEqual([
    { path: ['metadata', 'name'], message: 'metadata.name is 8080, not a string', fix: 'write it in quotes: "8080"' },
  ])
})
