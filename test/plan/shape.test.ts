import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSchemas, schemaFolder } from '../../generators/check/schema/schemas.ts'
import type { Placeable } from '../../generators/fleet/component.ts'
import { argo, existing, grafana, prometheus } from '../../generators/fleetwright.ts'
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
