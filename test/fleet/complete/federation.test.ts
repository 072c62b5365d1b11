import { describe, expect, test } from 'vitest'
import { complete } from '../../../generators/fleet/complete/complete.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import { otelAggregator, otelScraper } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { says } from '../../support/says.ts'

const edge = { role: 'edge', components: [] } as const
const hub = { role: 'hub', components: [] } as const
const secrets = { 'otel-client': existing() }

const identities = (clusters: Parameters<typeof fleet>[0]) => {
  const { fleet: told, problems } = complete(fleet(clusters))
  expect(says(problems)).toEqual([])
  return Object.fromEntries(told.clusters.map(({ name, identity }) => [name, identity]))
}

test('a hub knows its edges by what their telemetry calls them, in whichever order they are written', () => {
  const one = identities({ hub, 'edge-2': edge, 'edge-1': { ...edge, id: 'berlin' }, other: { components: [] } })
  expect(one).toEqual({
    hub: { id: 'hub', role: 'hub', edges: ['berlin', 'edge-2'] },
    'edge-1': { id: 'berlin', role: 'edge', hub: 'hub' },
    'edge-2': { id: 'edge-2', role: 'edge', hub: 'hub' },
    other: { id: 'other' },
  })
  expect(identities({ other: { components: [] }, 'edge-1': { ...edge, id: 'berlin' }, 'edge-2': edge, hub })).toEqual(
    one,
  )
})

test('a hub without edges has none', () => {
  expect(identities({ hub }).hub).toEqual({ id: 'hub', role: 'hub', edges: [] })
})

const told = (clusters: Parameters<typeof fleet>[0]) => says(complete(fleet(clusters)).problems)

describe('two hubs in one fleet', () => {
  test('are told at each but the first: an edge sends to one', () => {
    expect(told({ hub, 'edge-1': edge, 'hub-2': hub, 'hub-3': hub })).toEqual(
      ['hub-2', 'hub-3'].map((name) => [
        `clusters.${name}.role`,
        `${name} is a second hub, and the edges would not know which of it and hub to send to`,
        "write role: 'edge', or take the role away from one of them",
      ]),
    )
  })

  test('leave the edges to the first, so that nothing else is told', () => {
    const { clusters } = complete(fleet({ hub, 'edge-1': edge, 'hub-2': hub })).fleet
    expect(clusters.map(({ identity }) => identity)).toEqual([
      { id: 'hub', role: 'hub', edges: ['edge-1'] },
      { id: 'edge-1', role: 'edge', hub: 'hub' },
      { id: 'hub-2', role: 'hub' },
    ])
  })
})

describe('an edge without a hub', () => {
  test('is told at its role, and so is each other edge', () => {
    expect(told({ 'edge-1': edge, 'edge-2': edge, other: { components: [] } })).toEqual(
      ['edge-1', 'edge-2'].map((name) => [
        `clusters.${name}.role`,
        `${name} is an edge, and the fleet has no hub that could take what it sends`,
        "give the cluster that stores everything role: 'hub'",
      ]),
    )
  })

  test('is told of nothing else, although what it runs has nobody to send to', () => {
    const collects = { role: 'edge', settings: { secrets }, components: [otelScraper(), otelAggregator()] } as const
    expect(problemsOf(fleet({ 'edge-1': collects })).map(([place]) => place)).toEqual(['clusters.edge-1.role'])
  })

  test('is not told while the hub is left out for a mistake of its own', () => {
    const broken = { ...hub, environment: 'nowhere' }
    expect(told({ hub: broken, 'edge-1': edge }).map(([place]) => place)).toEqual(['clusters.hub.environment'])
  })
})

describe('one cluster.id for two', () => {
  test.each<[string, Parameters<typeof fleet>[0], string, string]>([
    ['the second that says it', { a: { ...edge, id: 'x' }, b: { ...edge, id: 'x' }, hub }, 'b', 'a'],
    ['the one that takes the name of a later one', { a: { ...edge, id: 'b' }, b: edge, hub }, 'a', 'b'],
    ['the one that takes the name of an earlier one', { a: edge, b: { ...edge, id: 'a' }, hub }, 'b', 'a'],
    ['an edge that calls itself like its hub', { 'edge-1': { ...edge, id: 'hub' }, hub }, 'edge-1', 'hub'],
  ])('is told of %s', (_, clusters, name, other) => {
    const { id } = clusters[name]!
    expect(told(clusters)).toEqual([
      [
        `clusters.${name}.id`,
        `${name} calls itself ${id} in its telemetry, and so does ${other}`,
        'give it an id of its own, or leave id out: then its name is taken',
      ],
    ])
  })

  test('is told once for each cluster too many', () => {
    const same = { ...edge, id: 'x' }
    expect(told({ a: same, b: same, c: same, hub }).map(([place]) => place)).toEqual(['clusters.b.id', 'clusters.c.id'])
  })
})
