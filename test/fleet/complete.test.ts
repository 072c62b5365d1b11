import { describe, expect, test } from 'vitest'
import { complete } from '../../generators/fleet/complete/complete.ts'
import { environment } from '../../generators/fleet/environment.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import { fleet, note, store } from '../support/fleets.ts'
import { says } from '../support/says.ts'

/** Everything in the fleet that is wrong on purpose does not compile, so it comes in through the back door. */
const wrong = (value: unknown) => value as never

const problemsOf = (given: Fleet) => says(complete(given).problems)

describe('a wrong fleet is told about', () => {
  test('an unknown environment names the nearest one', () => {
    expect(problemsOf(fleet({ a: { environment: 'dve', components: [] } }))).toEqual([
      ['clusters.a.environment', "there is no environment 'dve'", "write 'dev', or add 'dve' to environments"],
    ])
  })

  test('something that is no component', () => {
    expect(problemsOf(fleet({ a: { components: [wrong('loki')] } }))).toEqual([
      [
        'clusters.a.namespaces.monitoring.0',
        "'loki' is no component",
        'use one of the catalogue, such as loki(), or make one with helmRelease({ … }) or manifests({ … })',
      ],
    ])
  })

  test('two components of one name in a namespace', () => {
    expect(problemsOf(fleet({ a: { components: [store(), store()] } }))).toEqual([
      [
        'clusters.a.namespaces.monitoring.store',
        'a second component is called store here',
        "remove one, or give it a name of its own: name: 'store-2'",
      ],
    ])
  })

  test('an unknown option names the nearest one', () => {
    expect(problemsOf(fleet({ a: { components: [store(wrong({ retenion: '1h' }))] } }))).toEqual([
      ['clusters.a.namespaces.monitoring.store.retenion', "store has no 'retenion'", 'write retention'],
    ])
  })

  test.each([
    [
      'a duration',
      { retention: '10 minutes' },
      'retention',
      "'10 minutes' is not a duration",
      "write a duration, such as '10d'",
    ],
    ['a size', { size: '10 gigs' }, 'size', "'10 gigs' is not a size", "write a size, such as '10Gi'"],
    ['a size without a unit', { size: 10 }, 'size', '10 is not a size', "write a size, such as '10Gi'"],
    [
      'a version',
      { version: 'latest' },
      'version',
      "'latest' is not an exact version",
      "write an exact version, such as '18.11.0'",
    ],
    [
      'a range of versions',
      { version: '1.x' },
      'version',
      "'1.x' is not an exact version",
      "write an exact version, such as '18.11.0'",
    ],
  ])('a bad option: %s', (_, options, path, reason, fix) => {
    expect(problemsOf(fleet({ a: { components: [store(wrong(options))] } }))).toEqual([
      [`clusters.a.namespaces.monitoring.store.${path}`, reason, fix],
    ])
  })

  test('bad names of clusters, environments, namespaces and components', () => {
    const bad = fleet({ Bad_Name: { components: [note({ name: 'Note!' })] } }, { 'Dev Two': environment({}) })
    const mustBe = 'is not a name of at most 63 lower-case letters, digits and dashes'
    const fix = "write a name of at most 63 lower-case letters, digits and dashes, such as 'loki'"
    expect(problemsOf(bad)).toEqual([
      ['environments.Dev Two', `'Dev Two' ${mustBe}`, fix],
      ['clusters.Bad_Name', `'Bad_Name' ${mustBe}`, fix],
      ['clusters.Bad_Name.namespaces.monitoring.Note!.name', `'Note!' ${mustBe}`, fix],
    ])
  })

  test('an environment whose folder is taken', () => {
    expect(problemsOf(fleet({ a: { components: [] } }, { clusters: environment({}) }))).toEqual([
      [
        'environments.clusters',
        'an environment cannot be called clusters: its folder holds something else',
        'give it another name than base, clusters, components',
      ],
    ])
  })

  test('a password in place of a source of Secrets', () => {
    expect(problemsOf(fleet({ a: { components: [], settings: { secrets: { grafana: wrong('hunter2') } } } }))).toEqual([
      [
        'clusters.a.namespaces.monitoring.secrets.grafana',
        'a secret is written here in plain text, and would be committed',
        'write existing(), sops() or externalSecret({ … })',
      ],
    ])
  })

  test('everything at once, not only the first mistake', () => {
    const bad = fleet({
      a: { distribution: wrong('k3d'), components: [store(wrong({ size: 'big' }))] },
      b: { environment: 'x', components: [] },
    })
    expect(problemsOf(bad).map(([place]) => place)).toEqual([
      'clusters.a.distribution',
      'clusters.a.namespaces.monitoring.store.size',
      'clusters.b.environment',
    ])
  })
})

describe('a good fleet is filled in', () => {
  test('a component may be written without its parentheses', () => {
    const { fleet: filled, problems } = complete(fleet({ a: { components: [store] } }))
    expect(problems).toEqual([])
    expect(filled.clusters[0]?.namespaces[0]?.components.map(({ name }) => name)).toEqual(['store'])
  })

  test('a namespace is kept, out of the mesh and open to node-exporter unless it says otherwise', () => {
    const { fleet: filled } = complete(fleet({ a: { components: [], settings: { keep: false } } }))
    expect(filled.clusters[0]?.namespaces[0]?.settings).toEqual({
      mesh: 'none',
      keep: false,
      podSecurity: 'privileged',
      exists: false,
      secrets: {},
    })
  })
})
