import { describe, expect, test } from 'vitest'
import { environment, helmRelease, manifests } from '../../generators/fleetwright.ts'
import { fleet } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'

/** Everything in the fleet that is wrong on purpose does not compile, so it comes in through the back door. */
const wrong = (value: unknown) => value as never

const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }
const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }
const home = 'clusters.a.namespaces.monitoring.web'

const release = (settings: Readonly<Record<string, unknown>>) => helmRelease(wrong({ name: 'web', chart, ...settings }))
const objects = (settings: Readonly<Record<string, unknown>>) =>
  manifests(wrong({ name: 'web', objects: [], ...settings }))

describe("a definition of the fleet's own that is wrong is told where it is written", () => {
  test.each<[string, Readonly<Record<string, unknown>>, string, string, string]>([
    [
      'a version that is none',
      { chart: { ...chart, version: 'latest' } },
      'chart.version',
      "'latest' is not an exact version",
      "write an exact version, such as '18.11.0'",
    ],
    ['no version', { chart: { url: chart.url } }, 'chart', "a chart lacks 'version'", 'add version'],
    [
      'an address that is none',
      { chart: { ...chart, url: 'registry.example/web' } },
      'chart.url',
      "'registry.example/web' is not the address of a chart or of a repository of charts",
      "write the address of a chart or of a repository of charts, such as 'oci://ghcr.io/stefanprodan/charts/podinfo'",
    ],
    [
      'a duration that Go does not read',
      { timeout: '1d' },
      'timeout',
      "'1d' is not a Go duration",
      "write a Go duration, such as '168h'",
    ],
    ['a misspelt setting', { value: {} }, 'value', "helmRelease() has no 'value'", 'write values'],
    ['an unknown tier', { tier: 'app' }, 'tier', "'app' is no tier", "write 'apps' (there are: apps, infrastructure)"],
    [
      'a value that is no data',
      { values: { started: new Date(0) } },
      'values.started',
      '1970-01-01T00:00:00.000Z is nothing that YAML can hold',
      'write text, a number, true or false, a list or a map',
    ],
  ])('helmRelease: %s', (_, settings, path, reason, fix) => {
    expect(problemsOf(fleet({ a: { components: [release(settings)] } }))).toEqual([[`${home}.${path}`, reason, fix]])
  })

  test.each<[string, Readonly<Record<string, unknown>>, string, string, string]>([
    [
      'an object without a kind',
      { objects: [config, { ...config, kind: undefined }] },
      'objects.1',
      "an object lacks 'kind'",
      'add kind',
    ],
    [
      'an object without a name',
      { objects: [{ ...config, metadata: {} }] },
      'objects.0.metadata',
      "metadata lacks 'name'",
      'add name',
    ],
    [
      'a dashboard whose name is none of a file',
      { dashboards: [{ name: 'My Board', model: {} }] },
      'dashboards.0.name',
      "'My Board' is not a name of at most 63 lower-case letters, digits and dashes",
      "write a name of at most 63 lower-case letters, digits and dashes, such as 'loki'",
    ],
    [
      'a dashboard in a folder that would be somewhere else',
      { dashboards: [{ name: 'load', folder: '../plugins', model: {} }] },
      'dashboards.0.folder',
      "'../plugins' is not the name of a folder in Grafana, without a slash, and without a dot in front",
      "write the name of a folder in Grafana, without a slash, and without a dot in front, such as 'Federated Observability'",
    ],
  ])('manifests: %s', (_, settings, path, reason, fix) => {
    expect(problemsOf(fleet({ a: { components: [objects(settings)] } }))).toEqual([[`${home}.${path}`, reason, fix]])
  })

  test('once, however many clusters have it, and with all its mistakes', () => {
    const web = release({ chart: { url: 'x', version: 'y' } })
    const dev = environment({ storageClass: 'local-path' }, [web({ values: { replicas: 2 } })])
    const said = problemsOf(fleet({ a: { components: [web] }, b: { components: [web] } }, { dev }))
    expect(said.map(([place]) => place)).toEqual([`${home}.chart.url`, `${home}.chart.version`])
  })
})

describe('a function of the fleet that fails is a problem of its component', () => {
  const fix = 'correct the function that fails, or what it is given here'

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'by throwing',
      {
        objects: () => {
          throw new Error('no such host')
        },
      },
      'no such host',
    ],
    [
      'by a mistake in it',
      { objects: () => JSON.parse('{}').list.map(String) },
      "TypeError: Cannot read properties of undefined (reading 'map')",
    ],
    ['by no list', { objects: () => 'none' }, "objects(): 'none' is not a list"],
    ['by no objects', { objects: () => [config, { kind: 'ConfigMap' }] }, "objects().1: an object lacks 'apiVersion'"],
    [
      'by objects that are no data',
      { objects: () => [{ ...config, data: { size: 5n } }] },
      'objects().0.data.size: 5n is nothing that YAML can hold',
    ],
    [
      'by what it provides',
      { provides: () => [{ kind: 'endpoint', name: 's3' }] },
      "provides().0: an endpoint lacks 'url'",
    ],
    [
      'by what it requires',
      { requires: () => [{ kind: 'secrets', name: 'login' }] },
      "requires().0.kind: 'secrets' is no kind of requirement",
    ],
  ])('%s', (_, settings, reason) => {
    const others = release({ name: 'other' })
    expect(problemsOf(fleet({ a: { components: [objects(settings), others] } }))).toEqual([
      [home, `web cannot be worked out: ${reason}`, fix],
    ])
  })

  test('once, however many clusters have it', () => {
    const web = objects({ objects: () => wrong(undefined) })
    expect(problemsOf(fleet({ a: { components: [web] }, b: { components: [web] } }))).toHaveLength(1)
  })

  test('and nobody else is told to miss it', () => {
    const gone = objects({
      name: 'gone',
      objects: () => wrong(undefined),
      provides: () => [{ kind: 'crd', group: 'a.example' }],
    })
    const user = release({ requires: () => [{ kind: 'crd', group: 'a.example' }] })
    expect(problemsOf(fleet({ a: { components: [gone, user] } })).map(([place]) => place)).toEqual([
      'clusters.a.namespaces.monitoring.gone',
    ])
  })
})
