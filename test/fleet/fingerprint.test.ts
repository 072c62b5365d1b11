import { expect, test } from 'vitest'
import { fingerprintOf } from '../../generators/fleet/fingerprint.ts'
import type { Fleet } from '../../generators/fleet/fleet.ts'
import {
  defineFleet,
  environment,
  flux,
  helmRelease,
  loki,
  manifests,
  namespace,
} from '../../generators/fleetwright.ts'

interface Said {
  readonly size?: string
  readonly version?: string
  readonly second?: 'agent' | 'web'
}

/** Two clusters with a component of the catalogue and two of the fleet's own, made anew each time. */
const fleetOf = ({ size = '10Gi', version = '1.2.3', second = 'web' }: Said = {}): Fleet => {
  const chart = { url: 'oci://registry.example/charts/app', version }
  const own = {
    agent: helmRelease({ name: 'agent', chart }),
    web: manifests({ name: 'web', objects: [] }),
  }
  const cluster = (placed: 'agent' | 'web') =>
    flux({
      environment: 'lab',
      distribution: 'k3s',
      network: 'flannel',
      namespaces: { apps: namespace({}, [loki({ size: size as '10Gi' }), own.agent, own[placed]]) },
    })
  return defineFleet({
    repository: { url: 'https://github.com/example/platform', branch: 'main' },
    environments: { lab: environment({}) },
    clusters: { a: cluster('web'), b: cluster(second) },
  })
}

test('a fleet that is evaluated again has the same fingerprint', () => {
  expect(fingerprintOf(fleetOf(), 'code')).toBe(fingerprintOf(fleetOf(), 'code'))
})

test.each<[string, Said]>([
  ['an option is another', { size: '20Gi' }],
  ["the chart of the fleet's own component is another", { version: '1.2.4' }],
  ['a component that stands elsewhere too stands in the place of another', { second: 'agent' }],
])('when %s, so is the fingerprint', (_, said) => {
  expect(fingerprintOf(fleetOf(said), 'code')).not.toBe(fingerprintOf(fleetOf(), 'code'))
})

test('when the code is another, so is the fingerprint', () => {
  expect(fingerprintOf(fleetOf(), 'other code')).not.toBe(fingerprintOf(fleetOf(), 'code'))
})

test("when a function of the fleet's own component is another, so is the fingerprint", () => {
  const withRequirement = (requires: () => []) =>
    defineFleet({
      ...fleetOf(),
      base: [manifests({ name: 'web', objects: [], requires })],
    })
  expect(
    fingerprintOf(
      withRequirement(() => []),
      'code',
    ),
  ).not.toBe(
    fingerprintOf(
      withRequirement(() => Object.assign([])),
      'code',
    ),
  )
})
