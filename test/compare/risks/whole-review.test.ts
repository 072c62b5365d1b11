import { describe, expect, test } from 'vitest'
import type { ChangeGroup } from '../../../generators/compare/review.ts'
import { reviewRisksOf } from '../../../generators/compare/risks-of.ts'
import { changing, type Side } from './risky.ts'

const nothing: Side = {}
const changed = changing({ before: { values: 'a: 1' }, after: { values: 'a: 2' } }).change.change
const group = (
  component: string,
  environment: string,
  clusters: readonly string[],
  more: Partial<ChangeGroup> = {},
) => ({
  ...{
    component,
    environment,
    clusters,
    namespaces: ['monitoring'],
    change: changed,
    words: [],
    causes: [],
    risks: [],
  },
  ...more,
})
const fleet = new Map([
  ['dev', ['home']],
  ['prod', ['eu-1', 'eu-2']],
  ['stage', ['test']],
])
const told = (...groups: readonly ChangeGroup[]) =>
  reviewRisksOf(groups, fleet).map(({ name, what }) => `${name}: ${what}`)

describe('how far a change reaches', () => {
  test('every environment at once', () => {
    const everywhere = ['loki', 'tempo'].flatMap((name) => [
      group(name, 'dev', ['home']),
      group(name, 'stage', ['test']),
      group(name, 'prod', ['eu-1']),
    ])
    expect(told(...everywhere)).toEqual([
      'all-environments: loki and tempo change in every environment at once: dev, prod and stage',
    ])
  })

  test('production together with another', () => {
    expect(told(group('loki', 'stage', ['test']), group('loki', 'prod', ['eu-1']))).toEqual([
      'production-with-others: loki changes in prod together with stage',
    ])
  })

  test('all clusters of production, in one group or in two', () => {
    const all = ['all-production-clusters: loki changes in all 2 clusters of prod at once']
    expect(told(group('loki', 'prod', ['eu-1', 'eu-2']))).toEqual(all)
    expect(told(group('loki', 'prod', ['eu-1']), group('loki', 'prod', ['eu-2']))).toEqual(all)
  })

  test.each([
    ['one environment', [group('loki', 'dev', ['home'])]],
    ['two that are no production', [group('loki', 'dev', ['home']), group('loki', 'stage', ['test'])]],
    ['one cluster of production', [group('loki', 'prod', ['eu-1'])]],
    [
      'each environment by another component',
      [group('loki', 'dev', ['home']), group('tempo', 'stage', ['test']), group('minio', 'prod', ['eu-1'])],
    ],
  ])('but not %s', (_, groups) => {
    expect(told(...groups)).toEqual([])
  })

  test('nor a fleet of one environment and one cluster', () => {
    const groups = [group('loki', 'prod', ['eu-1'])]
    expect(reviewRisksOf(groups, new Map([['prod', ['eu-1']]]))).toEqual([])
  })
})

describe('something moves', () => {
  const loki = { values: '{}', chart: { name: 'loki' } }
  const gone = {
    ...changing({ before: loki, after: undefined }).change.change,
    release: { name: 'loki', chart: 'loki', values: [] },
  }
  const come = {
    ...changing({ before: undefined, after: loki }).change.change,
    release: { name: 'loki', chart: 'loki', values: [] },
  }

  test.each([
    [
      'to another namespace',
      group('loki', 'dev', ['home'], { change: gone }),
      group('loki', 'dev', ['home'], { change: come, namespaces: ['logs'] }),
      'monitoring/loki becomes logs/loki in home',
    ],
    [
      'to another name',
      group('loki', 'dev', ['home'], { change: gone }),
      group('logs', 'dev', ['home'], { change: come }),
      'monitoring/loki becomes monitoring/logs in home',
    ],
  ])('%s', (_, old, next, what) => {
    expect(told(old, next)).toEqual([`moved-component: ${what}`])
  })

  test('but not from one cluster to another', () => {
    const [old, next] = [
      group('loki', 'dev', ['home'], { change: gone }),
      group('loki', 'stage', ['test'], { change: come }),
    ]
    expect(told(old, next)).toEqual([])
  })

  const kept = ', labels: { kustomize.toolkit.fluxcd.io/prune: disabled }'
  const claim = (kind: string, marks = ''): Side => ({
    objects: `
apiVersion: v1
kind: ${kind}
metadata: { name: data, namespace: monitoring${marks} }
`,
  })
  const moves = (kind: string, marks?: string) => [
    group('one', 'dev', ['home'], { change: changing({ before: claim(kind, marks), after: nothing }).change.change }),
    group('two', 'dev', ['home'], { change: changing({ before: nothing, after: claim(kind, marks) }).change.change }),
  ]

  test('from one owner to another, where it holds data', () => {
    expect(told(...moves('PersistentVolumeClaim'))).toEqual([
      'other-owner: PersistentVolumeClaim monitoring/data moves from one to two',
    ])
    expect(told(...moves('ConfigMap'))).toEqual([])
    expect(told(...moves('PersistentVolumeClaim', kept))).toEqual([])
  })
})
