import { expect, test } from 'vitest'
import { deletesData } from '../../../generators/compare/risks/deletes-data.ts'
import { found, kustomization, told } from './risky.ts'

const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: monitoring }
spec: { resources: { requests: { storage: 10Gi } } }
`
const kept = claim.replace('namespace:', 'labels: { kustomize.toolkit.fluxcd.io/prune: disabled }, namespace:')
const database = (retention = 'Retain') => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: monitoring }
spec:
  persistentVolumeClaimRetentionPolicy: { whenDeleted: ${retention} }
  volumeClaimTemplates: [{ metadata: { name: data } }]
`
const stateless = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cache, namespace: monitoring }
spec: { serviceName: cache }
`
const prometheus = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: prometheus, namespace: monitoring }
spec: { storage: { volumeClaimTemplate: { spec: {} } } }
`

test('a claim that leaves the tree is deleted with its data', () => {
  expect(found(deletesData, { before: { objects: claim }, after: {} })).toEqual([
    {
      what: 'PersistentVolumeClaim monitoring/data is deleted, with the data that it holds',
      because:
        'Nothing in Git brings that back. Make a backup, or keep it with the annotations of a kept object, before this is merged.',
      object: { group: '', kind: 'PersistentVolumeClaim', namespace: 'monitoring', name: 'data' },
    },
  ])
})

test('a claim that is kept is said to be kept, and by what', () => {
  expect(found(deletesData, { before: { objects: kept }, after: {} })).toMatchObject([
    {
      what: 'PersistentVolumeClaim monitoring/data leaves the tree, and stays in the cluster with its data',
      because: expect.stringContaining('because its label kustomize.toolkit.fluxcd.io/prune says disabled.'),
    },
  ])
})

test('an owner that does not prune keeps everything', () => {
  const control = kustomization('prune: false')
  expect(told(deletesData, { before: { objects: claim, control }, after: { control } })).toEqual([
    'PersistentVolumeClaim monitoring/data leaves the tree, and stays in the cluster with its data',
  ])
})

test('an owner that goes away with deletionPolicy Orphan keeps everything', () => {
  const control = kustomization('prune: true, deletionPolicy: Orphan')
  expect(told(deletesData, { before: { objects: claim, control }, after: undefined })).toEqual([
    'PersistentVolumeClaim monitoring/data leaves the tree, and stays in the cluster with its data',
  ])
})

test('a StatefulSet leaves its claims behind, unless it was told to delete them', () => {
  expect(told(deletesData, { before: { objects: database() }, after: {} })).toEqual([
    'StatefulSet monitoring/db is deleted, and its volumes are left behind',
  ])
  expect(told(deletesData, { before: { objects: database('Delete') }, after: {} })).toEqual([
    'StatefulSet monitoring/db is deleted, with the data that it holds',
  ])
})

test('a StatefulSet that will take its claims with it from now on', () => {
  expect(told(deletesData, { before: { objects: database() }, after: { objects: database('Delete') } })).toEqual([
    'StatefulSet monitoring/db deletes its claims with itself from now on',
  ])
  expect(told(deletesData, { before: { objects: database('Delete') }, after: { objects: database() } })).toEqual([])
})

test('what helm makes of a release counts as well: a Prometheus with storage, which only Helm itself can keep', () => {
  const keep = 'metadata: { annotations: { helm.sh/resource-policy: keep },'
  const marked = claim.replace('metadata: {', 'metadata: { labels: { kustomize.toolkit.fluxcd.io/prune: disabled },')
  const after = { charted: '' }
  expect(told(deletesData, { before: { charted: prometheus }, after })).toEqual([
    'Prometheus monitoring/prometheus is deleted, and its volumes are left behind',
  ])
  expect(told(deletesData, { before: { charted: marked }, after })).toEqual([
    'PersistentVolumeClaim monitoring/data is deleted, with the data that it holds',
  ])
  expect(told(deletesData, { before: { charted: claim.replace('metadata: {', keep) }, after })).toEqual([
    'PersistentVolumeClaim monitoring/data leaves the tree, and stays in the cluster with its data',
  ])
})

test('an Application keeps what says Prune=false, and after itself what says Delete=false', () => {
  const control = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: app, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io] }
spec: { syncPolicy: { automated: { prune: true } } }
`
  const marked = (option: string) =>
    claim.replace('namespace:', `annotations: { argocd.argoproj.io/sync-options: ${option} }, namespace:`)
  const before = (option: string) => ({ objects: marked(option), control })
  const stays = 'PersistentVolumeClaim monitoring/data leaves the tree, and stays in the cluster with its data'
  const goes = 'PersistentVolumeClaim monitoring/data is deleted, with the data that it holds'
  expect(told(deletesData, { before: before('Prune=false'), after: { control } })).toEqual([stays])
  expect(told(deletesData, { before: before('Prune=false'), after: undefined })).toEqual([goes])
  expect(told(deletesData, { before: before('Delete=false'), after: undefined })).toEqual([stays])
})

test('what holds no data goes without a word, and what stays does too', () => {
  expect(told(deletesData, { before: { objects: stateless }, after: {} })).toEqual([])
  const empty = prometheus.replace(/spec:.*/, 'spec: {}')
  expect(told(deletesData, { before: { charted: empty }, after: { charted: '' } })).toEqual([])
  expect(told(deletesData, { before: { objects: claim }, after: { objects: claim.replace('10Gi', '20Gi') } })).toEqual(
    [],
  )
})
