import { expect, test } from 'vitest'
import { examined } from '../../../generators/charts/keeping/outdated.ts'
import { outdatedAsJson, outdatedLines } from '../../../generators/charts/keeping/told.ts'
import { usedCharts } from '../../../generators/charts/keeping/used-charts.ts'
import { Unanswered } from '../../../generators/charts/registry/ask.ts'
import type { Registry } from '../../../generators/charts/registry/registry.ts'
import { argo } from '../../../generators/fleet/cluster.ts'
import { environment } from '../../../generators/fleet/environment.ts'
import { plan } from '../../../generators/plan/plan.ts'
import { think } from '../../../generators/render.ts'
import { fleet, sender, store } from '../../support/fleets.ts'

const described = fleet(
  {
    a: { components: [store(), sender()] },
    b: { components: [store({ version: '1.2.0' })] },
    c: { by: argo, components: [store()] },
  },
  { dev: environment({ storageClass: 'fast' }, [store({ version: '1.3.0' })]) },
)
const used = usedCharts(plan(think(described).fleet))

test('the charts of a fleet are told with each version, who gets it, and where it is said', () => {
  expect(
    used.map(({ name, version, place, isOption, clusters }) => [name, version, place.join('.'), isOption, clusters]),
  ).toEqual([
    ['sender', '0.1.0', 'clusters.a.namespaces.monitoring.sender', false, ['a']],
    ['store', '1.2.0', 'clusters.b.namespaces.monitoring.store.version', true, ['b']],
    // It stands in the base layer, and the environment says another everywhere.
    ['store', '1.2.3', 'clusters.a.namespaces.monitoring.store', false, []],
    ['store', '1.3.0', 'environments.dev.store.version', true, ['a', 'c']],
  ])
})

/** A registry that has these versions, by chart. */
const registryOf = (published: Readonly<Record<string, readonly string[]>>) => {
  const asked: string[] = []
  const registry = {
    versions: async ({ name }: { readonly name: string }) => {
      asked.push(name)
      const versions = published[name]
      if (versions === undefined) throw new Unanswered('charts.example did not answer within 30 s')
      return versions
    },
  } as unknown as Registry
  return { registry, asked }
}

const at = { file: 'generators/fleet.ts', line: 7, column: 3 }

test('each chart is asked about once, and one that nobody answers for does not hide the others', async () => {
  const { registry, asked } = registryOf({ store: ['1.2.3', '1.3.0', '1.3.1', '1.4.0', '2.0.0', '3.0.0-rc.1'] })
  const charts = await examined(
    used.filter(({ clusters }) => clusters.length > 0),
    registry,
  )
  expect(asked).toEqual(['sender', 'store'])
  expect(outdatedLines(charts.map((chart) => ({ chart, at })))).toBe(
    `sender  0.1.0  unknown: charts.example did not answer within 30 s                   generators/fleet.ts:7:3  a
store   1.2.0  not in its registry any more, patch 1.2.3, minor 1.4.0, major 2.0.0  generators/fleet.ts:7:3  b
store   1.3.0  patch 1.3.1, minor 1.4.0, major 2.0.0                                generators/fleet.ts:7:3  a, c

3 charts, 2 outdated, 1 unknown.
`,
  )
})

test('machines are told of those that are up to date as well', async () => {
  const charts = await examined(used.slice(0, 1), registryOf({ sender: ['0.1.0'] }).registry)
  const told = charts.map((chart) => ({ chart, at }))
  expect(outdatedLines(told)).toBe('1 chart, none outdated.\n')
  expect(outdatedAsJson(told)).toEqual({
    charts: [
      {
        name: 'sender',
        url: 'https://charts.example',
        version: '0.1.0',
        newer: {},
        isGone: false,
        at,
        place: ['clusters', 'a', 'namespaces', 'monitoring', 'sender'],
        clusters: ['a'],
      },
    ],
  })
})
