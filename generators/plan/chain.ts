import type {
  CompleteCluster,
  CompleteEnvironment,
  CompleteFleet,
  PlacedComponent,
} from '../fleet/complete/complete-fleet.ts'
import type { Definition, Options, Where } from '../fleet/component.ts'
import { traitsOf } from '../fleet/traits.ts'
import { type Attempt, attempt } from './attempt.ts'
import { evaluate, nothingFound, usual } from './evaluate.ts'
import { adds, type Chain, type Said, toLayer } from './to-layer.ts'
import { equal, merge } from './values.ts'

/** The layers that clusters share, each worked out once. */
export interface SharedChains {
  readonly base: (component: PlacedComponent, namespace: string) => Attempt<Chain>
  readonly environment: (
    component: PlacedComponent,
    namespace: string,
    environment: CompleteEnvironment,
  ) => Attempt<Chain>
}

export const sharedChains = (fleet: CompleteFleet): SharedChains => {
  const chains = new Map<string, Attempt<Chain>>()
  const once = (key: string, make: () => Attempt<Chain>): Attempt<Chain> => {
    const known = chains.get(key)
    if (known !== undefined) return known
    const made = make()
    chains.set(key, made)
    return made
  }
  const base: SharedChains['base'] = (component, namespace) =>
    once(`${namespace}/${component.name}`, () => attempt(component, () => rootChain(component, namespace, fleet.base)))
  const environment: SharedChains['environment'] = (component, namespace, { name, place, settings, components }) =>
    once(`${namespace}/${component.name}/${name}`, () => {
      const above = base(component, namespace)
      if ('problem' in above) return above
      return attempt(component, () =>
        nextChain(above.value, {
          level: 'environment',
          owner: name,
          place: [...place, component.name],
          own: optionsOf(components, component.name),
          where: traitsOf(settings),
        }),
      )
    })
  return { base, environment }
}

/** What a component brings and needs in a cluster: as in its environment, unless the cluster says more. */
export const clusterWiring = (above: Chain, cluster: CompleteCluster, { options }: PlacedComponent) => {
  const { provides, requires } = above.definition
  // What is never wired is so everywhere.
  if (provides === undefined && requires === undefined) return above
  if (Object.keys(options).length === 0 && isAsAbove(cluster, above)) return above
  const where = { ...above.where, ...saidByCluster(above, cluster), found: nothingFound }
  const wiring = wiringOf(above.definition, merge(above.options, options), where)
  // Clusters that bring and need the same are told by its being one and the same.
  return {
    provides: equal(wiring.provides, above.provides) ? above.provides : wiring.provides,
    requires: equal(wiring.requires, above.requires) ? above.requires : wiring.requires,
  }
}

/** The cluster's own layer, from what it says and what its requirements resolved to. */
export const clusterChain = (
  above: Chain,
  cluster: CompleteCluster,
  { place, options }: PlacedComponent,
  found: Where['found'] | undefined,
): Chain => {
  const own = withoutName(options)
  if (found === undefined && Object.keys(own).length === 0 && isAsAbove(cluster, above)) return above
  return nextChain(above, {
    level: 'cluster',
    owner: cluster.name,
    place,
    own,
    where: { ...saidByCluster(above, cluster), ...(found === undefined ? {} : { found }) },
  })
}

type SaidByCluster = Pick<Where, 'cluster' | 'exposes' | 'nodePools' | 'storageClass'>

/** What holds in this cluster, whatever the component's options are. */
const saidByCluster = ({ definition }: Chain, cluster: CompleteCluster): SaidByCluster => ({
  exposes: cluster.exposes,
  ...traitsOf(cluster),
  ...(definition.knowsCluster === true ? { cluster: cluster.identity } : {}),
})

/** Whether that is nothing that the layer above does not know. */
const isAsAbove = ({ exposes, storageClass, nodePools }: CompleteCluster, { where, definition }: Chain): boolean =>
  exposes.length === 0 &&
  (storageClass === undefined || storageClass === where.storageClass) &&
  nodePools === undefined &&
  definition.knowsCluster !== true

const optionsOf = (components: readonly PlacedComponent[], name: string): Options =>
  withoutName(components.find((one) => one.name === name)?.options ?? {})

/** A name says which component is meant; it is no option that a layer could change. */
const withoutName = (options: Options): Options => {
  if (options.name === undefined) return options
  const { name: _, ...others } = options
  return others
}

const rootChain = (component: PlacedComponent, namespace: string, base: readonly PlacedComponent[]): Chain => {
  const { definition, name } = component
  const own = optionsOf(base, name)
  const options = merge((definition.defaults ?? {}) as Options, own)
  const bare: Where = { name, namespace, exposes: [], found: nothingFound }
  const { provides, requires } = wiringOf(definition, options, bare)
  const where = { ...bare, found: usual(requires, namespace) }
  const effective = evaluate(definition, options, where)
  const place = ['base', name]
  const isSaid = base.some((one) => one.name === name)
  const said = { level: 'base', owner: 'base', place, origin: isSaid ? place : component.place, own } as const
  const layer = toLayer({ definition, where, effective }, said, undefined)
  return { definition, options, where, provides, requires, effective, layer }
}

const wiringOf = (definition: Definition, options: Options, where: Where) => ({
  provides: definition.provides?.(options, where) ?? [],
  requires: definition.requires?.(options, where) ?? [],
})

const nextChain = (above: Chain, said: Said & { readonly where: Partial<Where> }): Chain => {
  const options = merge(above.options, said.own)
  const named: Where = { ...above.where, ...said.where }
  const { definition } = above
  const { provides, requires } = wiringOf(definition, options, { ...named, found: nothingFound })
  const where = said.where.found === undefined ? { ...named, found: usual(requires, named.namespace) } : named
  const effective = evaluate(definition, options, where)
  const layer = toLayer({ definition, where, effective }, said, above)
  const lowest = adds(layer, above) ? layer : above.layer
  return { definition, options, where, provides, requires, effective, layer: lowest }
}
