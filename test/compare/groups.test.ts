import { expect, test } from 'vitest'
import { componentChanges } from '../../generators/compare/changes.ts'
import { inReviewOrder, sharedChanges } from '../../generators/compare/groups.ts'
import type { ChangeGroup } from '../../generators/compare/review.ts'
import { pair } from './pair.ts'

const object = (replicas: number) => ({
  objects: `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { replicas: ${replicas} } }`,
})

test('what clusters of an environment have in common is said once, for each environment and component', () => {
  const common = { before: object(1), after: object(2) }
  const groups = sharedChanges(
    componentChanges([
      pair({ cluster: 'd', environment: 'prod', ...common }),
      pair({ cluster: 'b', namespace: 'y', ...common }),
      pair({ cluster: 'a', namespace: 'x', ...common }),
      pair({ cluster: 'a', namespace: 'z', component: 'tempo', ...common }),
      pair({ cluster: 'c', before: object(1), after: object(5) }),
    ]),
  )
  expect(
    groups.map(({ environment, component, clusters, namespaces }) => [environment, component, clusters, namespaces]),
  ).toEqual([
    ['dev', 'loki', ['a', 'b'], ['x', 'y']],
    ['dev', 'tempo', ['a'], ['z']],
    ['dev', 'loki', ['c'], ['monitoring']],
    ['prod', 'loki', ['d'], ['monitoring']],
  ])
})

test('groups with risks come first, then all by environment, component and clusters', () => {
  const group = (environment: string, component: string, cluster: string, isRisky = false) =>
    ({
      environment,
      component,
      clusters: [cluster],
      namespaces: [],
      risks: isRisky ? [{ name: 'deletes-data', what: '', because: '' }] : [],
    }) as Partial<ChangeGroup> as ChangeGroup
  const ordered = inReviewOrder([
    group('prod', 'loki', 'b'),
    group('dev', 'tempo', 'a'),
    group('dev', 'loki', 'z'),
    group('dev', 'loki', 'c'),
    group('prod', 'tempo', 'y', true),
  ])
  expect(
    ordered.map(({ environment, component, clusters }) => [environment, component, ...clusters].join(' ')),
  ).toEqual(['prod tempo y', 'dev loki c', 'dev loki z', 'dev tempo a', 'prod loki b'])
})
