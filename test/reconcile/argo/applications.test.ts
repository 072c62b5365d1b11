import { expect, test } from 'vitest'
import { otherTree } from '../../../generators/reconcile/argo/applications.ts'
import { application } from '../objects.ts'

const origin = { cluster: 'platform', namespace: 'argocd', url: 'https://example.com/fleet', branch: 'main' }

const root = (source: object, from = 'clusters.platform') =>
  application({
    metadata: { name: 'platform', annotations: { 'fleetwright.dev/from': from } },
    spec: { source: { repoURL: origin.url, path: 'clusters/platform', targetRevision: 'main', ...source } },
  })

test.each([
  ['nothing', [], undefined],
  ['this tree', [root({})], undefined],
  [
    "another cluster's folder",
    [root({ path: 'clusters/live' })],
    'its Argo CD follows clusters/live, not clusters/platform: is it another cluster of the fleet?',
  ],
  [
    'another repository',
    [root({ repoURL: 'https://example.com/other' })],
    'its Argo CD follows https://example.com/other, not https://example.com/fleet',
  ],
  ['another branch', [root({ targetRevision: 'live' })], 'its Argo CD follows the branch live, not main'],
  ['something that is none of ours', [application({ spec: { source: { path: 'elsewhere' } } })], undefined],
  [
    "another cluster's component alone",
    [root({ path: 'apps/base/monitoring/note' }, 'clusters.live.namespaces.monitoring.note')],
    undefined,
  ],
])('an Argo CD that follows %s', (_, present, conflict) => {
  expect(otherTree(origin, present)).toBe(conflict)
})
