import { expect, test } from 'vitest'
import { complete } from '../../../generators/fleet/complete/complete.ts'
import { fleet } from '../../support/fleets.ts'
import { says } from '../../support/says.ts'

const edge = { role: 'edge', components: [] } as const
const hub = { role: 'hub', components: [] } as const

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
