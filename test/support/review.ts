import type { Change } from '../../generators/compare/change.ts'
import type { ChangeGroup, Review } from '../../generators/compare/review.ts'

const deployment = (replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { replicas },
})

/** A change of one object, and of one value of a release. */
export const change: Change = {
  what: 'changed',
  release: {
    name: 'web',
    chart: 'web',
    version: { before: '1.2.3', after: '2.0.0' },
    values: [{ path: ['ingress', 'enabled'], before: false, after: true }],
  },
  objects: [
    {
      identity: { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
      what: 'changed',
      before: deployment(2),
      after: deployment(3),
      fields: [{ path: ['spec', 'replicas'], before: 2, after: 3 }],
    },
  ],
  control: [],
}

export const group = (more: Partial<ChangeGroup> = {}): ChangeGroup => ({
  environment: 'prod',
  component: 'web',
  namespaces: ['shop'],
  clusters: ['eu-1', 'us-1'],
  change,
  words: ['chart 1.2.3 → 2.0.0', 'replicas 2 → 3'],
  causes: [{ place: ['environments', 'prod', 'web'], line: 41 }],
  risks: [],
  ...more,
})

export const review = (groups: readonly ChangeGroup[], more: Partial<Review> = {}): Review => ({
  before: { name: 'main', commit: 'a'.repeat(40) },
  after: { name: 'the work tree' },
  groups,
  risks: [],
  unbuilt: [],
  charts: { compared: false, reason: 'helm is not on the path' },
  totals: { clusters: { changed: 2, all: 7 }, objects: { added: 0, changed: 1, removed: 0 }, files: 3 },
  ...more,
})
