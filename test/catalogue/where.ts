import type { EndpointName } from '../../generators/fleet/capability.ts'
import type { Definition, Where } from '../../generators/fleet/component.ts'
import { nothingFound, usual } from '../../generators/plan/evaluate.ts'

/** The label that the tests' Prometheus selects by. */
export const watched = { release: 'watch' }

/** A place in `monitoring`, where these endpoints were found and a Prometheus selects by `watched`. */
export const where = (name: string, endpoints: Partial<Record<EndpointName, string>> = {}): Where => ({
  name,
  namespace: 'monitoring',
  storageClass: 'fast',
  exposes: [],
  found: { ...nothingFound, endpoint: (wanted) => endpoints[wanted], monitorLabels: () => watched },
})

/** The base layer: no traits, and whatever the requirements usually resolve to. */
export const base = (definition: Definition): Where => {
  const here = { name: definition.name, namespace: 'monitoring', exposes: [], found: nothingFound }
  return { ...here, found: usual(definition.requires?.(definition.defaults ?? {}, here) ?? [], 'monitoring') }
}
