import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { argo, existing, grafana, helmRelease, prometheus } from '../../generators/fleetwright.ts'
import { plan } from '../../generators/plan/plan.ts'
import { rendered, think } from '../../generators/render.ts'
import { fleet, note, sender, store } from '../support/fleets.ts'

const schemas = loadSchemas(schemaFolder)

type ClusterOf = Parameters<typeof fleet>[0][string]
const shapesOf = (clusters: Readonly<Record<string, ClusterOf>>) =>
  [...plan(think(fleet(clusters)).fleet)].map(({ shape }) => shape)

test('clusters that run the same have one shape, whatever their charts are told', () => {
  const [one, other] = shapesOf({
    attic: { components: [store(), sender()] },
    cellar: { components: [store({ values: { replicas: 2 } }), sender()] },
  })
  expect(one).toBe(other)
})

test.each<[what: string, ClusterOf]>([
  ['another component', { components: [store(), sender(), note()] }],
  ['another order that somebody says', { components: [store(), sender({ after: ['store'] })] }],
  ['another engine', { components: [store(), sender()], by: argo }],
  ['Secrets', { components: [store(), sender()], settings: { secrets: { token: existing() } } }],
])('a cluster with %s has a shape of its own', (_, different) => {
  const [one, other] = shapesOf({ attic: { components: [store(), sender()] }, cellar: different })
  expect(one).not.toBe(other)
})

const components: fc.Arbitrary<readonly Placeable[]> = fc
  .record({
    store: fc.constantFrom(undefined, store(), store({ values: { replicas: 2 } }), store({ retention: '48h' })),
    note: fc.constantFrom(undefined, note(), note({ size: '9Gi' })),
    sender: fc.constantFrom(sender(), sender({ after: ['store'] }), sender({ version: '0.2.0' })),
    grafana: fc.constantFrom(undefined, grafana({ admin: { secret: 'grafana' } })),
    prometheus: fc.constantFrom(undefined, prometheus({ retention: '2d' })),
  })
  .map(({ store: first = store(), ...others }) => [first, ...Object.values(others).filter((one) => one !== undefined)])

test('a cluster comes to the same files alone and among others, be they like it or not', () => {
  fc.assert(
    fc.property(fc.array(components, { minLength: 2, maxLength: 5 }), (all) => {
      const described = fleet(
        Object.fromEntries(
          all.map((some, index) => [`c${index}`, { components: some, settings: { secrets: { grafana: existing() } } }]),
        ),
      )
      const filesOf = (only?: ReadonlySet<string>) => {
        const { files, problems } = rendered(think(described), { inputs: new Map(), schemas, only })
        expect(problems).toEqual([])
        return files.filter(({ path }) => /(^|\/)clusters\//.test(path))
      }
      const alone = all.flatMap((_, index) => filesOf(new Set([`c${index}`])))
      const byPath = (files: typeof alone) => new Map(files.map(({ path, content }) => [path, content]))
      expect(byPath(filesOf())).toEqual(byPath(alone))
      expect(alone.length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})

const web = helmRelease({
  name: 'web',
  chart: { url: 'oci://registry.example/charts/web', version: '1.2.3' },
  values: { image: { tag: 'latest' } },
})
const valuesOfWeb: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.constantFrom(
  {},
  { image: { tag: '1.0.0' } },
  { image: { tag: '1.0.0' }, service: { nodePort: 30080 } },
  { image: { tag: '1.0.0' }, auth: { password: 'hunter2' } },
  { image: { tag: '1.0.0' }, existingSecret: 'nowhere' },
  { image: { tag: '1.0.0' }, resources: { limits: { 'nvidia.com/gpu': 1 } } },
  { image: { tag: '1.0.0' }, persistence: { storageClass: 'nowhere' } },
)
const wrongComponents: fc.Arbitrary<readonly Placeable[]> = fc
  .record({
    web: valuesOfWeb.map((values) => web({ values })),
    store: fc.constantFrom(store(), store({ values: { service: { nodePort: 30080 } } })),
    prometheus: fc.constantFrom(undefined, prometheus({ retention: '2d' })),
  })
  .map((some) => Object.values(some).filter((one) => one !== undefined))

test('what is wrong with a cluster alone is found among others, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(wrongComponents, { minLength: 2, maxLength: 5 }), (all) => {
      const described = fleet(Object.fromEntries(all.map((some, index) => [`c${index}`, { components: some }])))
      const foundIn = (only?: ReadonlySet<string>) =>
        rendered(think(described), { inputs: new Map(), schemas, only }).problems.map(
          ({ rule, reason }) => `${rule}: ${reason}`,
        )
      const alone = all.flatMap((_, index) => foundIn(new Set([`c${index}`])))
      expect(new Set(foundIn())).toEqual(new Set(alone))
    }),
    { numRuns: 100 },
  )
})
