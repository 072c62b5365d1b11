import { expect, test } from 'vitest'
import { chartsBy } from '../../generators/command/ask-charts.ts'
import { changing } from '../compare/risks/risky.ts'
import { keptProgress } from '../support/kept-progress.ts'

const release = changing({ before: { values: 'replicas: 1' }, after: { values: 'replicas: 2' } })
const releases = [{ change: release.change.change, pair: release.pair }]

test('helm is asked for a release before and after, and what differs is told; one release is one step', async () => {
  const { track, told } = keptProgress()
  const { charts, objects } = await chartsBy(async ({ values }) => ({ output: deploymentOf(values) }), track)(releases)
  expect(charts).toEqual({ compared: true })
  expect([...objects.values()].flat()).toMatchObject([
    { identity: { kind: 'Deployment', name: 'web' }, what: 'changed', fields: [{ before: 1, after: 2 }] },
  ])
  expect(told).toEqual(['rendering releases before and after, 1', 'step', 'done'])
})

const deploymentOf = (values: readonly string[]): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { ${values.join().trim()} }\n`

test('without helm the reason is told once, however many releases there are', async () => {
  const { charts } = await chartsBy(async () => ({ missing: 'helm' }))([...releases, ...releases])
  expect(charts).toEqual({ compared: false, reason: 'helm is not on the PATH, nor where HELM says' })
})
