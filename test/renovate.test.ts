import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Chart } from '../generators/charts/chart.ts'
import type { Definition } from '../generators/fleet/component.ts'
import * as catalogue from '../generators/fleetwright.ts'
import { type PinnedImage, tagged } from '../generators/objects/kubernetes/image.ts'
import { evaluate } from '../generators/plan/evaluate.ts'
import packageJson from '../package.json' with { type: 'json' }
import renovate from '../renovate.json' with { type: 'json' }
import { base } from './catalogue/where.ts'

/** What Renovate would look up, from where, and the version that it would replace. */
interface Dependency {
  readonly datasource: string
  readonly package: string
  readonly registry?: string
  readonly version: string
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Renovate's own way: each regex over the whole text of each file whose path matches. */
const seenIn = (path: string, text: string): readonly Dependency[] =>
  renovate.customManagers
    .filter(({ managerFilePatterns }) => managerFilePatterns.some((pattern) => asRegex(pattern).test(path)))
    .flatMap(({ matchStrings, datasourceTemplate }) =>
      matchStrings.flatMap((pattern) =>
        [...text.matchAll(new RegExp(pattern, 'g'))].map(({ groups = {} }) => ({
          datasource: datasourceTemplate,
          package: groups.packageName ?? groups.depName ?? '',
          ...(groups.registryUrl === undefined ? {} : { registry: groups.registryUrl }),
          version: groups.currentValue ?? '',
        })),
      ),
    )

/** A pattern between slashes is a regex to Renovate; the slashes inside need no escape. */
const asRegex = (pattern: string): RegExp => new RegExp(/^\/(.*)\/$/.exec(pattern)?.[1] ?? '(no regex)')

/** The files of a folder of `generators/`, and what Renovate sees in them. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(`${root}/generators/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `generators/${folder}/${path}`)
    .sort()

const seen = [...filesOf('charts'), ...filesOf('catalogue')].flatMap((path) =>
  seenIn(path, readFileSync(`${root}/${path}`, 'utf8')),
)

const asDependency = ({ name, url, version }: Chart): Dependency =>
  url.startsWith('oci://')
    ? { datasource: 'docker', package: url.slice('oci://'.length), version }
    : { datasource: 'helm', package: name, registry: url, version }

/** The records with all of some keys that a file exports. */
const recordsIn = async <T>(file: string, ...keys: readonly (keyof T & string)[]): Promise<readonly T[]> =>
  Object.values((await import(pathToFileURL(`${root}/${file}`).href)) as Record<string, unknown>).filter(
    (value): value is T => typeof value === 'object' && value !== null && keys.every((key) => key in value),
  )

const charts = (await Promise.all(filesOf('charts').map((file) => recordsIn<Chart>(file, 'url', 'version')))).flat()

/** Images whose version is an option. */
const pinned = (
  await Promise.all(
    filesOf('catalogue')
      .filter((file) => file.endsWith('/image.ts'))
      .map((file) => recordsIn<PinnedImage>(file, 'image', 'version')),
  )
).flat()

const definitions = Object.values(catalogue).flatMap((one): Definition[] =>
  'definition' in one ? [one.definition] : [],
)

/** Every `image: 'registry/name:tag'` in whatever a component makes of its defaults. */
const imagesOf = (made: unknown): readonly string[] => {
  if (typeof made !== 'object' || made === null) return []
  return Object.entries(made).flatMap(([key, value]) =>
    key === 'image' && typeof value === 'string' ? [value] : imagesOf(value),
  )
}

const images = [...new Set(definitions.flatMap((one) => imagesOf(evaluate(one, one.defaults ?? {}, base(one)))))]

/** An image by its tag, or by the version that its record has for it. */
const imageDependency = (image: string): Dependency => {
  const record = pinned.find((one) => tagged(one, one.version) === image)
  const [, name = '', version = ''] = /^(.+):(.+)$/.exec(image) ?? []
  return { datasource: 'docker', package: record?.image ?? name, version: record?.version ?? version }
}

describe('Renovate sees, with its current version,', () => {
  test('every chart and every image of ours, each in one place, and nothing else', () => {
    expect(charts.length).toBeGreaterThan(5)
    expect(pinned.length).toBeGreaterThan(5)
    const wanted = [...charts.map(asDependency), ...images.map(imageDependency)]
    expect(new Set(seen)).toEqual(new Set(wanted))
    expect(seen).toHaveLength(wanted.length)
  })

  test('the chart of every component in the catalogue', () => {
    const charts = definitions.flatMap((one) => (one.kind === 'helm' ? [one.chart] : []))
    expect(charts.length).toBeGreaterThan(5)
    for (const chart of charts) expect(seen).toContainEqual(asDependency(chart))
  })

  test.each([
    ['docker.io/cloudflare/cloudflared', /^\d{4}\.\d+\.\d+$/],
    ['quay.io/prometheus/prometheus', /^3\.\d+\.\d+$/],
    ['quay.io/prometheus-operator/prometheus-config-reloader', /^v0\.\d+\.\d+$/],
    ['docker.io/nginxinc/nginx-unprivileged', /-alpine$/],
  ])('the image %s, which comes without a chart', (name, version) => {
    expect(seen).toContainEqual({ datasource: 'docker', package: name, version: expect.stringMatching(version) })
  })

  test.each([
    [
      "helmRelease({ name: 'podinfo', chart: { url: 'oci://ghcr.io/stefanprodan/charts/podinfo', version: '6.9.2' } })",
      { datasource: 'docker', package: 'ghcr.io/stefanprodan/charts/podinfo', version: '6.9.2' },
    ],
    [
      "helmRelease({ name: 'podinfo', chart: { url: 'https://stefanprodan.github.io/podinfo', version: '6.9.2' } })",
      { datasource: 'helm', package: 'podinfo', registry: 'https://stefanprodan.github.io/podinfo', version: '6.9.2' },
    ],
    [
      "helmRelease({ name: 'web', chart: { name: 'podinfo', url: 'https://example.com', version: '6.9.2' } })",
      { datasource: 'helm', package: 'podinfo', registry: 'https://example.com', version: '6.9.2' },
    ],
    ["{ image: 'nginx:1.29.1' }", { datasource: 'docker', package: 'nginx', version: '1.29.1' }],
    ["{ image: 'nginx', version: '1.29.1' }", { datasource: 'docker', package: 'nginx', version: '1.29.1' }],
  ])('a user’s own: %s', (source, dependency) => {
    expect(seenIn('generators/fleet.ts', source)).toEqual([dependency])
    expect(seenIn('test/some.test.ts', source)).toEqual([])
  })
})

test.each([
  ['v3.14.0', '3.14.0'],
  ['13.2.0', '13.2.0'],
])('of a tag %s Renovate writes %s, where the version is an option', (tag, version) => {
  const [extract, ...others] = renovate.customManagers.flatMap((one) => one.extractVersionTemplate ?? [])
  expect(others).toEqual([])
  expect(new RegExp(extract ?? '').exec(tag)?.groups).toEqual({ version })
})

test('no regex needs what RE2, by which Renovate reads, does not have: looking around, or back', () => {
  for (const { matchStrings } of renovate.customManagers)
    for (const pattern of matchStrings) expect(pattern).not.toMatch(/\(\?(=|!|<=|<!)|\\[1-9k]/)
})

test('rendered trees are nobody’s to update: only npm and our own regexes are asked', () => {
  expect(renovate.enabledManagers).toEqual(['npm', 'custom.regex'])
})

test('every npm dependency is pinned exactly', () => {
  const { dependencies, devDependencies } = packageJson
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})
