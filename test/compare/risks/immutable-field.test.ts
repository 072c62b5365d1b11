import { expect, test } from 'vitest'
import { immutableField } from '../../../generators/compare/risks/immutable-field.ts'
import { found, told } from './risky.ts'

const database = (size: string, replicas = 1) => ({
  objects: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: monitoring }
spec:
  replicas: ${replicas}
  serviceName: db
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { resources: { requests: { storage: ${size} } } } }]
`,
})
const binding = (role: string, account = 'app') => ({
  objects: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: app }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role} }
subjects: [{ kind: ServiceAccount, name: ${account}, namespace: monitoring }]
`,
})
const release = (name: string, values: string) => ({ chart: { name }, values })

test("a StatefulSet's claims cannot change, and the reviewer is told the way around", () => {
  expect(found(immutableField, { before: database('10Gi'), after: database('20Gi') })).toEqual([
    {
      what: 'StatefulSet monitoring/db changes spec.volumeClaimTemplates, which cannot be changed',
      because:
        'The API server refuses it, and the rollout fails at every try. Leave it as it was, or delete the StatefulSet in the cluster with --cascade=orphan just before this is applied: its Pods and claims stay.',
      object: { group: 'apps', kind: 'StatefulSet', namespace: 'monitoring', name: 'db' },
    },
  ])
})

test('nor can the role of a binding', () => {
  expect(told(immutableField, { before: binding('view'), after: binding('edit') })).toEqual([
    'ClusterRoleBinding app changes roleRef, which cannot be changed',
  ])
})

test.each([
  ['loki', 'singleBinary: { persistence: { size: 10Gi } }', 'singleBinary.persistence.size'],
  ['tempo', 'persistence: { size: 10Gi }', 'persistence.size'],
  ['minio', 'persistence: { size: 10Gi }', 'persistence.size'],
])('nor the claims that the chart %s hands on to a StatefulSet', (name, values, path) => {
  const after = release(name, values.replace('10Gi', '20Gi'))
  expect(told(immutableField, { before: release(name, values), after })).toEqual([
    `the release app changes ${path}, which becomes part of a StatefulSet's claims`,
  ])
})

test.each([
  ['a field that can', database('10Gi', 1), database('10Gi', 3)],
  ['the subjects of a binding', binding('view'), binding('view', 'other')],
  ['an object that is new', {}, database('10Gi')],
  ['the claim of a Deployment', ...grown('minio', (size) => `{ mode: standalone, persistence: ${size} }`)],
  ['a chart that replaces its StatefulSet', ...grown('loki', (size) => `{ singleBinary: ${replaced(size)} }`)],
  ['another chart', ...grown('grafana', (size) => `{ persistence: ${size} }`)],
])('no alarm for %s', (_, before, after) => {
  expect(told(immutableField, { before, after })).toEqual([])
})

function replaced(size: string) {
  return `{ statefulSetRecreateJob: { enabled: true }, persistence: ${size} }`
}

function grown(name: string, values: (size: string) => string) {
  return [release(name, values('{ size: 10Gi }')), release(name, values('{ size: 20Gi }'))] as const
}
