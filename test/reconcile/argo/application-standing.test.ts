import { describe, expect, test } from 'vitest'
import { argo } from '../../../generators/fleetwright.ts'
import { applicationStandings } from '../../../generators/reconcile/argo/application-standing.ts'
import { expectedApplications } from '../../../generators/reconcile/argo/argo-reconciler.ts'
import { fleet, note, sender, store } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'
import { application } from '../objects.ts'

const place = ['clusters', 'platform', 'namespaces', 'monitoring', 'loki']
const loki = { namespace: 'argocd', name: 'monitoring.loki', place }
const name = 'Application argocd/monitoring.loki'
const commit = '7ab9a2a0a5f080010df46826b7d225fde6274670'
const older = '0000000000000000000000000000000000000000'

const release = { sources: [{ chart: 'loki' }, { ref: 'values' }] }
const there = (revision = commit) => ({
  sync: { status: 'Synced', revisions: ['18.11.0', revision] },
  health: { status: 'Healthy' },
  operationState: { phase: 'Succeeded' },
})

const standing = (fields: Parameters<typeof application>[0]) =>
  applicationStandings([loki], [application({ spec: release, ...fields })], commit).map(({ state, message }) => [
    state,
    message,
  ])

test('a cluster is expected to have an Application for each component, and the one that brings them', () => {
  const { clusters } = tree(fleet({ platform: { by: argo, components: [store(), sender(), note()] } }))
  expect(expectedApplications(clusters[0]!).map(({ namespace, name }) => `${namespace}/${name}`)).toEqual([
    'argocd/platform',
    'argocd/monitoring.store',
    'argocd/monitoring.sender',
    'argocd/monitoring.note',
  ])
})

describe('an Application', () => {
  test('that is Synced and Healthy with the commit is ready, whether it has a chart or a folder', () => {
    expect(standing({ status: there() })).toEqual([['ready', 'Synced and Healthy']])
    const status = { ...there(), sync: { status: 'Synced', revision: commit } }
    expect(standing({ spec: { source: { path: 'apps/base/monitoring/note' } }, status })).toEqual([
      ['ready', 'Synced and Healthy'],
    ])
  })

  test('that is so with an older commit is waited for', () => {
    expect(standing({ status: there(older) })).toEqual([
      ['waiting', `it was compared with ${older}, not yet with ${commit}`],
    ])
  })

  test('that nobody looked at, or that is not there, is waited for', () => {
    expect(standing({ status: {} })).toEqual([['waiting', 'Argo CD has not looked at it yet']])
    expect(applicationStandings([loki], [], commit)).toEqual([
      { name, place, state: 'waiting', message: 'it is not in the cluster' },
    ])
  })

  test('that cannot be compared fails, in the words of Argo CD, whatever it was before', () => {
    const conditions = [{ type: 'ComparisonError', message: 'chart not found' }]
    expect(standing({ status: { ...there(older), conditions } })).toEqual([['failed', 'chart not found']])
  })

  test('whose sync failed, and may be tried again, fails', () => {
    const operation = (phase: string, retryCount = 0) => ({
      ...there(),
      sync: { ...there().sync, status: 'OutOfSync' },
      operationState: { phase, message: 'no matches for kind', retryCount },
    })
    expect(standing({ status: operation('Failed') })).toEqual([['failed', 'no matches for kind']])
    const resources = [{ status: 'Synced' }, { status: 'SyncFailed', message: 'could not find Nonsense' }]
    const told = { ...operation('Failed').operationState, syncResult: { resources } }
    expect(standing({ status: { ...operation('Failed'), operationState: told } })).toEqual([
      ['failed', 'could not find Nonsense'],
    ])
    expect(standing({ status: operation('Running', 2) })).toEqual([['failed', 'no matches for kind']])
    expect(standing({ status: operation('Running') })).toEqual([['waiting', 'OutOfSync, Healthy: no matches for kind']])
  })

  test('that is degraded fails, one that is not healthy yet is waited for', () => {
    const health = (status: string) => ({ ...there(), health: { status, message: 'one Pod is not ready' } })
    expect(standing({ status: health('Degraded') })).toEqual([['failed', 'Synced, Degraded: one Pod is not ready']])
    expect(standing({ status: health('Progressing') })).toEqual([
      ['waiting', 'Synced, Progressing: one Pod is not ready'],
    ])
  })

  test('that left the fleet is waited for until it is gone; one that was never of the fleet is not', () => {
    const leaving = (annotations: Readonly<Record<string, string>>) =>
      applicationStandings(
        [],
        [application({ metadata: { name: 'old', deletionTimestamp: '2026-11-21T10:00:00Z', annotations } })],
        commit,
      )
    expect(leaving({ 'fleetwright.dev/from': 'clusters.platform.old' })).toEqual([
      {
        name: 'Application argocd/old',
        place: ['clusters', 'platform', 'old'],
        state: 'waiting',
        message: 'it is being removed',
      },
    ])
    expect(leaving({})).toEqual([])
  })
})
