import { expect, test } from 'vitest'
import { namespaceGoes } from '../../../generators/compare/risks/namespace-goes.ts'
import { deployed, found, told } from './risky.ts'

const namespace = (marks = '') => `
apiVersion: v1
kind: Namespace
metadata: { name: monitoring${marks} }
`
const kept = namespace(', labels: { kustomize.toolkit.fluxcd.io/prune: disabled }')
const cluster = {
  before: ['loki', 'grafana'].map((component) => deployed({}, { component })),
  after: [deployed({}, { component: 'grafana' }), deployed({}, { component: 'web', namespace: 'shop' })],
}

test('a namespace takes with it whatever the cluster has in it', () => {
  expect(found(namespaceGoes, { before: { objects: namespace() }, after: {}, cluster })).toEqual([
    {
      what: 'Namespace monitoring is deleted, with everything in it: loki and grafana, although the tree still places grafana there',
      because:
        'Kubernetes deletes everything in a namespace with it, claims that are kept from pruning included, and nothing brings that back. Keep the Namespace in the tree, or make backups before this is merged.',
      object: { group: '', kind: 'Namespace', name: 'monitoring' },
    },
  ])
})

test('without the rest of the cluster, it is told all the same', () => {
  expect(told(namespaceGoes, { before: { objects: namespace() }, after: {} })).toEqual([
    'Namespace monitoring is deleted, with everything in it',
  ])
})

test('one that is kept is said to be kept', () => {
  expect(found(namespaceGoes, { before: { objects: kept }, after: undefined })).toMatchObject([
    {
      what: 'Namespace monitoring leaves the tree, and stays in the cluster',
      because: expect.stringContaining('because its label kustomize.toolkit.fluxcd.io/prune says disabled.'),
    },
  ])
})

test('a namespace that only changes is no risk', () => {
  expect(told(namespaceGoes, { before: { objects: namespace() }, after: { objects: kept } })).toEqual([])
})
