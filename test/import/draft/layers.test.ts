import { expect, test } from 'vitest'
import type { Options } from '../../../generators/fleet/component.ts'
import { layered } from '../../../generators/import/draft/layers.ts'

const environmentOf = (cluster: string): string => cluster.split('-')[0] ?? ''
const layers = (options: Readonly<Record<string, Options>>, hasEnvironments = true) => {
  const { base, environments, clusters } = layered(new Map(Object.entries(options)), environmentOf, hasEnvironments)
  return { base, environments: Object.fromEntries(environments), clusters: Object.fromEntries(clusters) }
}

const options = {
  'prod-eu': { version: '2.0.0', values: { a: 1, list: [1, 2], size: 'big', region: 'eu' } },
  'prod-us': { version: '2.0.0', values: { a: 1, list: [1, 2], size: 'big', region: 'us' } },
  'dev-eu': { version: '2.1.0', values: { a: 1, list: [1], region: 'eu', off: null } },
}

test('what all say stands in the base, what an environment agrees on there, and the rest in the cluster', () => {
  expect(layers(options)).toEqual({
    base: { values: { a: 1 } },
    environments: {
      prod: { version: '2.0.0', values: { list: [1, 2], size: 'big' } },
      dev: { version: '2.1.0', values: { list: [1], region: 'eu', off: null } },
    },
    clusters: { 'prod-eu': { values: { region: 'eu' } }, 'prod-us': { values: { region: 'us' } }, 'dev-eu': {} },
  })
})

test('without room for environments, clusters say what not all say', () => {
  const { environments, clusters } = layers(options, false)
  expect(environments).toEqual({})
  expect(clusters['prod-us']).toEqual({ version: '2.0.0', values: { list: [1, 2], size: 'big', region: 'us' } })
})
