import { deepStrictEqual } from 'node:assert'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadSchemas, schemaFolder } from '../generators/check/schema/schemas.ts'
import type { Fleet } from '../generators/fleet/fleet.ts'
import { valuesFile } from '../generators/layout/helm-layer.ts'
import { layouts } from '../generators/layout/layout.ts'
import { printer } from '../generators/layout/print.ts'
import type { HelmLayer } from '../generators/plan/layer.ts'
import { plan } from '../generators/plan/plan.ts'
import { rendered, think } from '../generators/render.ts'
import { arbitraryFleet, fleetAndMore } from './support/arbitrary-fleet.ts'
import { type FleetModel, toFleet } from './support/fleet-model.ts'
import { effectiveValues, laidOver } from './support/helm-values.ts'

const schemas = loadSchemas(fileURLToPath(new URL(`../${schemaFolder}`, import.meta.url)))

/** Path and content of every file, in the order of paths. A fleet with problems fails the test. */
const render = (model: FleetModel): ReadonlyMap<string, string> => {
  const { files, problems } = rendered(think(toFleet(model)), { inputs: new Map(), schemas })
  expect(problems).toEqual([])
  return new Map(
    files.map(({ path, content }) => [path, content] as const).sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

const reordered = <T>(record: Readonly<Record<string, T>>): fc.Arbitrary<Readonly<Record<string, T>>> => {
  const entries = Object.entries(record)
  return fc.shuffledSubarray(entries, { minLength: entries.length }).map(Object.fromEntries)
}

test('the same fleet renders the same bytes, in whichever order its clusters and environments are written', () => {
  const twice = arbitraryFleet().chain((model) =>
    fc.record({
      model: fc.constant(model),
      other: fc.record({
        base: fc.constant(model.base),
        clusters: reordered(model.clusters),
        environments: reordered(model.environments),
      }),
    }),
  )
  fc.assert(
    fc.property(twice, ({ model, other }) => {
      expect([...render(other)]).toEqual([...render(model)])
    }),
  )
})

test('every file reads back as the object that it was printed from', () => {
  fc.assert(
    fc.property(arbitraryFleet(), (model) => {
      const print = printer()
      for (const folder of foldersOf(toFleet(model))) {
        for (const [index, { content, path }] of print(folder).files.entries()) {
          const entry = folder.entries[index]!
          // Not by `expect`, which overlooks a key `__proto__`.
          if ('yaml' in entry) deepStrictEqual(parse(content, { version: '1.1' }), plain(entry.yaml), path)
          if ('json' in entry) deepStrictEqual(JSON.parse(content), plain(entry.json), path)
        }
      }
    }),
  )
})

function* foldersOf(fleet: Fleet) {
  const { fleet: completed } = think(fleet)
  const layout = layouts(completed)
  for (const cluster of plan(completed)) yield* layout(cluster)
}

/** Without members that are undefined, which no file holds. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plain(one)]])),
  )
}

test('the values files of all layers, laid over one another by Helm, are the values that the plan says', () => {
  fc.assert(
    fc.property(arbitraryFleet(), (model) => {
      const files = render(model)
      for (const { placements } of plan(think(toFleet(model)).fleet)) {
        for (const { layer, effective } of placements) {
          if (layer.kind !== 'helm' || effective.kind !== 'helm') continue
          const texts = linesOf(layer).flatMap((one) => files.get(`${one.folder}/${valuesFile(one)}`) ?? [])
          deepStrictEqual(
            effectiveValues(laidOver(texts.map((text) => parse(text)))),
            effectiveValues(effective.values),
          )
        }
      }
    }),
  )
})

/** A layer and all above it, the highest first. */
const linesOf = (layer: HelmLayer): readonly HelmLayer[] => [
  ...(layer.above === undefined ? [] : linesOf(layer.above)),
  layer,
]

describe('nobody else’s file changes', () => {
  const unchanged = (before: FleetModel, after: FleetModel): readonly string[] => {
    const now = render(after)
    const then = render(before)
    for (const [path, content] of then) expect([path, now.get(path)]).toEqual([path, content])
    return [...now.keys()].filter((path) => !then.has(path))
  }

  test('when a cluster is added', () => {
    fc.assert(
      fc.property(fleetAndMore(), ({ model, more: { cluster } }) => {
        const added = unchanged(model, { ...model, clusters: { ...cluster, ...model.clusters } })
        const [name] = Object.keys(cluster)
        const others = Object.keys(model.clusters)
        for (const path of added) {
          const [, owner] = /(?:^|\/)clusters\/([^/]+)\//.exec(path) ?? []
          expect([name, undefined]).toContain(owner)
          expect(others).not.toContain(owner)
        }
      }),
    )
  })

  test('when an environment is added, which nobody is in yet: no file is', () => {
    fc.assert(
      fc.property(fleetAndMore(), ({ model, more: { environment } }) => {
        expect(unchanged(model, { ...model, environments: { ...environment, ...model.environments } })).toEqual([])
      }),
    )
  })

  test('when an environment is added together with its first cluster', () => {
    fc.assert(
      fc.property(fleetAndMore(), ({ model, more: { cluster, environment } }) => {
        const [home = ''] = Object.keys(environment)
        const [[name = '', settled] = []] = Object.entries(cluster)
        const added = unchanged(model, {
          ...model,
          environments: { ...model.environments, ...environment },
          clusters: { ...model.clusters, [name]: { ...settled!, environment: home } },
        })
        const elsewhere = Object.keys(model.environments)
        for (const [tier, owner] of added.map((path) => path.split('/'))) {
          if (tier !== 'clusters') expect(elsewhere).not.toContain(owner)
        }
      }),
    )
  })
})

test('every path is inside our folders, once, and none is Flux’s own', () => {
  fc.assert(
    fc.property(arbitraryFleet(), (model) => {
      for (const path of render(model).keys()) {
        expect(path).toMatch(/^(clusters|apps|infrastructure)(\/[a-z0-9][a-z0-9.-]*)*\/[A-Za-z0-9.-]+\.(yaml|json|md)$/)
        expect(path).not.toMatch(/flux-system|\.\./)
      }
    }),
  )
})
