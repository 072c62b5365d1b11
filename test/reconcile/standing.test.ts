import { expect, test } from 'vitest'
import { expectedOf, notReady, standings } from '../../generators/reconcile/standing.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'
import { broughtBy, condition, kustomization, release } from './objects.ts'

const place = ['clusters', 'homelab', 'namespaces', 'monitoring', 'loki']
const loki = { namespace: 'monitoring', name: 'loki', place }
const name = 'Kustomization monitoring/loki'
const commit = '7ab9a2a0a5f080010df46826b7d225fde6274670'
const revision = `main@sha1:${commit}`

test('a cluster is expected to have a Kustomization for each component, and the one that brings them', () => {
  const { clusters } = tree(fleet({ homelab: { components: [store(), sender(), note()] } }))
  expect(expectedOf(clusters[0]!).map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'flux-system/flux-system',
    'monitoring/store',
    'monitoring/sender',
    'monitoring/note',
  ])
})

test('a Kustomization that is Ready and applied the commit is ready', () => {
  const there = kustomization({ status: { ...condition('True', 'Applied'), lastAppliedRevision: revision } })
  expect(standings([loki], [there], commit)).toEqual([{ name, place, state: 'ready', message: 'Applied' }])
})

test('a Kustomization that is Ready at an older commit is not ready', () => {
  const older = 'main@sha1:0000000000000000000000000000000000000000'
  const there = kustomization({ status: { ...condition('True', 'Applied'), lastAppliedRevision: older } })
  expect(standings([loki], [there], commit)).toEqual([
    { name, place, state: 'waiting', message: `it has applied ${older}, not yet ${commit}` },
  ])
})

test('a Kustomization that failed says why, whatever it applied before', () => {
  const status = { ...condition('False', 'kustomize build failed', 'BuildFailed'), lastAppliedRevision: revision }
  expect(standings([loki], [kustomization({ status })], commit)).toEqual([
    { name, place, state: 'failed', message: 'kustomize build failed' },
  ])
})

test('a Kustomization that is not there is waited for', () => {
  const other = kustomization({ status: { ...condition('True'), lastAppliedRevision: revision } }, 'loki', 'elsewhere')
  expect(standings([loki], [other], commit)).toEqual([
    { name, place, state: 'waiting', message: 'it is not in the cluster' },
  ])
})

test('the place is the one that the object in the cluster names', () => {
  const annotations = { 'fleetwright.dev/from': 'clusters.homelab.namespaces.logs.loki' }
  const there = kustomization({ metadata: { annotations }, status: condition('False', 'no') })
  expect(standings([loki], [there], commit)[0]?.place).toEqual(['clusters', 'homelab', 'namespaces', 'logs', 'loki'])
})

test('a release that failed is listed beside its Kustomization, at the same place', () => {
  const there = kustomization({ status: condition('Unknown', 'Reconciliation in progress') })
  const failed = release({ metadata: { labels: broughtBy('loki') }, status: condition('False', 'no such value') })
  expect(standings([loki], [there, failed], commit)).toEqual([
    { name, place, state: 'waiting', message: 'Reconciliation in progress' },
    { name: 'HelmRelease monitoring/loki', place, state: 'failed', message: 'no such value' },
  ])
})

test('what nobody expects is nobody’s business, until it is being removed', () => {
  const labels = broughtBy('tempo')
  const removed = { labels, deletionTimestamp: '2026-11-21T12:00:00Z' }
  const own = release({ status: condition('False', 'made by hand') }, 'by-hand')
  const strange = release({ metadata: { labels }, status: condition('False', 'failed') }, 'tempo')
  const leaving = release({ metadata: removed, status: condition('True') }, 'tempo')
  expect(standings([], [own, strange, leaving], commit)).toEqual([
    { name: 'HelmRelease monitoring/tempo', place: [], state: 'waiting', message: 'it is being removed' },
  ])
})

test('what is not ready is a problem of the place in the fleet that it comes from', () => {
  expect(notReady({ name: 'HelmRelease monitoring/loki', place, state: 'failed', message: 'no such value' })).toEqual({
    rule: 'ready',
    place,
    reason: 'HelmRelease monitoring/loki is not Ready: no such value',
    fix: 'see kubectl describe helmrelease -n monitoring loki, mend the fleet, render, commit and push',
  })
})
