import { describe, expect, test } from 'vitest'
import { compareStates, type ToCompare } from '../../generators/compare/compare.ts'
import type { DeployedPair } from '../../generators/compare/deployed.ts'
import type { Risk } from '../../generators/compare/review.ts'
import type { TreeState } from '../../generators/compare/state.ts'
import { contentOf, pair } from './pair.ts'

const state = (name: string, files: Readonly<Record<string, string>> = {}): TreeState => ({
  name,
  files: new Map(Object.entries(files)),
  read: (path) => files[path]!,
})

const compare = (pairs: readonly DeployedPair[], given: Partial<ToCompare> = {}) =>
  compareStates({
    before: state('main'),
    after: state('the work tree'),
    pairs,
    unbuilt: [],
    clusters: 3,
    risksOf: () => [],
    charts: 'helm is not at hand',
    ...given,
  })

const replicas = (number: number, variable = '') => ({
  objects: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: loki }
spec: { replicas: ${number}, template: { spec: { containers: [{ name: loki, env: [{ name: CLUSTER, value: '${variable}' }] }] } } }`,
})

const risk = (name: string, what: string): Risk => ({ name, what, because: 'it is' })

test('a review says who gets what, what it means, where it comes from, and how much it is', async () => {
  const fleet = (number: number) =>
    `export default defineFleet({ clusters: { one: flux({ namespaces: { monitoring: namespace({}, [loki({ replicas: ${number} })]) } }) } })`
  const file = 'clusters/one/monitoring/loki.yaml'
  const review = await compare([pair({ before: replicas(1), after: replicas(2), files: [file] })], {
    before: { ...state('main', { 'generators/fleet.ts': fleet(1), [file]: 'a' }), commit: 'c0ffee' },
    after: state('the work tree', { 'generators/fleet.ts': fleet(2), [file]: 'b', 'clusters/one/README.md': 'c' }),
  })
  expect(review).toMatchObject({
    before: { name: 'main', commit: 'c0ffee' },
    after: { name: 'the work tree' },
    groups: [
      {
        environment: 'dev',
        component: 'loki',
        namespaces: ['monitoring'],
        clusters: ['one'],
        words: ['replicas 1 → 2'],
        causes: [{ place: ['clusters', 'one', 'namespaces', 'monitoring', 'loki', 'replicas'], line: 1 }],
        risks: [],
      },
    ],
    risks: [],
    unbuilt: [],
    charts: { compared: false, reason: 'helm is not at hand' },
    totals: { clusters: { changed: 1, all: 3 }, objects: { added: 0, changed: 1, removed: 0 }, files: 2 },
  })
})

test('states that are the same make an empty review', async () => {
  expect(await compare([])).toMatchObject({ groups: [], totals: { clusters: { changed: 0, all: 3 }, files: 0 } })
})

test('what could not be built is handed on', async () => {
  const unbuilt = [{ state: 'after' as const, folder: 'apps/dev/a/b', reason: 'no such file', clusters: ['one'] }]
  expect((await compare([], { unbuilt })).unbuilt).toBe(unbuilt)
})

describe('risks', () => {
  test('of a group are those of all the clusters in it, each once; those of all groups stand apart', async () => {
    const pairs = ['one', 'two', 'three'].map((cluster) =>
      pair({
        cluster,
        before: replicas(1, cluster === 'three' ? 'x' : cluster),
        after: replicas(2, cluster === 'three' ? 'x' : cluster),
      }),
    )
    const asked: string[] = []
    const review = await compare(pairs, {
      risksOf: ({ cluster }) => {
        asked.push(cluster)
        return [risk('a', `claim ${cluster} goes`), ...(cluster === 'three' ? [risk('b', 'more')] : [])]
      },
      risksOfAll: (groups) => [risk('all', `${groups.length} group`)],
    })
    expect(review.groups.map(({ clusters, risks }) => [clusters, risks.map(({ what }) => what)])).toEqual([
      [
        ['one', 'three', 'two'],
        ['claim one goes', 'more'],
      ],
    ])
    expect(review.risks.map(({ what }) => what)).toEqual(['1 group'])
    // two is as one, but for its name
    expect(asked).toEqual(['one', 'three'])
  })

  test('bring their group to the front', async () => {
    const sides = { before: replicas(1), after: replicas(2) }
    const review = await compare([pair({ component: 'alloy', ...sides }), pair({ component: 'tempo', ...sides })], {
      risksOf: ({ component }) => (component === 'tempo' ? [risk('a', 'it breaks')] : []),
    })
    expect(review.groups.map(({ component }) => component)).toEqual(['tempo', 'alloy'])
  })
})

describe('words', () => {
  test('of clusters that differ in their own name say no name', async () => {
    const sides = (cluster: string) => ({ cluster, before: replicas(1), after: replicas(1, cluster) })
    expect((await compare([pair(sides('one')), pair(sides('two'))])).groups).toMatchObject([
      { clusters: ['one', 'two'], words: ['variable CLUSTER "" → <cluster>'] },
    ])
    expect((await compare([pair(sides('one'))])).groups[0]?.words).toEqual(['variable CLUSTER "" → one'])
  })
})

describe('charts', () => {
  const bump = (cluster: string) => pair({ cluster, before: { content: before }, after: { content: after } })
  const [before, after] = [contentOf({ values: '{}' }), contentOf({ values: '{}', version: '2.0.0' })]
  const object = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'loki' } }

  test('are asked once for all clusters that get the same, and what they make of it is part of the change', async () => {
    const asked: string[] = []
    const review = await compare([bump('one'), bump('two')], {
      charts: async (releases) => {
        asked.push(...releases.map(({ pair: { cluster } }) => cluster))
        const identity = { group: '', kind: 'Service', name: 'loki' }
        const charted = [{ identity, what: 'added' as const, after: object, fields: [] }]
        return { charts: { compared: true }, objects: new Map(releases.map(({ change }) => [change, charted])) }
      },
    })
    expect(asked).toEqual(['one'])
    expect(review.charts).toEqual({ compared: true })
    expect(review.groups).toMatchObject([
      { clusters: ['one', 'two'], words: ['chart 1.0.0 → 2.0.0', 'out of the chart: 1 object added'] },
    ])
    expect(review.totals.objects.added).toBe(2)
  })

  test('are not asked where no release changes', async () => {
    const charts = () => Promise.reject(new Error('nobody should ask'))
    const review = await compare([pair({ before: replicas(1), after: replicas(2) })], { charts })
    expect(review.charts).toEqual({ compared: true })
  })
})
