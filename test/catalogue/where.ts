import type { Capability, CapabilityOf, EndpointName } from '../../generators/fleet/capability.ts'
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

/** A place in `monitoring`, where others bring this. */
export const whereOthersBring = (name: string, ...others: readonly Capability[]): Where => {
  const here = where(name)
  const all = <K extends Capability['kind']>(kind: K) =>
    others.filter((one): one is CapabilityOf<K> => one.kind === kind)
  return { ...here, found: { ...here.found, all } }
}

/** The base layer: no traits, and whatever the requirements usually resolve to. */
export const base = (definition: Definition): Where => {
  const here = { name: definition.name, namespace: 'monitoring', exposes: [], found: nothingFound }
  return { ...here, found: usual(definition.requires?.(definition.defaults ?? {}, here) ?? [], 'monitoring') }
}
