import type {
  CompleteCluster,
  CompleteEnvironment,
  CompleteFleet,
  PlacedComponent,
} from '../fleet/complete/complete-fleet.ts'
import type { Definition, Options, Where } from '../fleet/component.ts'
import type { Place } from '../problem.ts'
import { evaluate, nothingFound, ownValues, usual } from './evaluate.ts'
import { type Effective, type Layer, type Level, layerFolder } from './layer.ts'
import { equal, merge } from './values.ts'

/** A layer of one component with all that stands above it. */
export interface Chain {
  readonly definition: Definition
  readonly options: Options
  readonly where: Where
  readonly effective: Effective
  /** The lowest layer that exists so far. */
  readonly layer: Layer
}

/** The layers that clusters share, each worked out once. */
export interface SharedChains {
  readonly base: (component: PlacedComponent, namespace: string) => Chain
  readonly environment: (component: PlacedComponent, namespace: string, environment: CompleteEnvironment) => Chain
}

export const sharedChains = (fleet: CompleteFleet): SharedChains => {
  const chains = new Map<string, Chain>()
  const once = (key: string, make: () => Chain): Chain => {
    const known = chains.get(key)
    if (known !== undefined) return known
    const made = make()
    chains.set(key, made)
    return made
  }
  const base: SharedChains['base'] = (component, namespace) =>
    once(`${namespace}/${component.name}`, () => rootChain(component, namespace, optionsOf(fleet.base, component.name)))
  const environment: SharedChains['environment'] = (component, namespace, { name, place, settings, components }) =>
    once(`${namespace}/${component.name}/${name}`, () =>
      nextChain(base(component, namespace), {
        level: 'environment',
        owner: name,
        place: [...place, component.name],
        own: optionsOf(components, component.name),
        where: settings.storageClass === undefined ? {} : { storageClass: settings.storageClass },
      }),
    )
  return { base, environment }
}

/** The cluster's own layer, from what it says and what its requirements resolved to. */
export const clusterChain = (
  above: Chain,
  cluster: CompleteCluster,
  { place, options }: PlacedComponent,
  found: Where['found'] | undefined,
): Chain => {
  const { name: _, ...own } = options
  const storageClass = cluster.storageClass ?? above.where.storageClass
  const asAbove =
    found === undefined &&
    Object.keys(own).length === 0 &&
    cluster.exposes.length === 0 &&
    storageClass === above.where.storageClass
  if (asAbove) return above
  return nextChain(above, {
    level: 'cluster',
    owner: cluster.name,
    place,
    own,
    where: {
      exposes: cluster.exposes,
      ...(storageClass === undefined ? {} : { storageClass }),
      ...(found === undefined ? {} : { found }),
    },
  })
}

const optionsOf = (components: readonly PlacedComponent[], name: string): Options => {
  const { name: _, ...options } = components.find((one) => one.name === name)?.options ?? {}
  return options
}

const rootChain = ({ definition, name }: PlacedComponent, namespace: string, own: Options): Chain => {
  const options = merge((definition.defaults ?? {}) as Options, own)
  const bare: Where = { name, namespace, exposes: [], found: nothingFound }
  const where = { ...bare, found: usual(definition.requires?.(options, bare) ?? [], namespace) }
  const effective = evaluate(definition, options, where)
  const layer = toLayer({ definition, options, where, effective }, 'base', 'base', ['base', name], undefined, {})
  return { definition, options, where, effective, layer }
}

interface Step {
  readonly level: Level
  readonly owner: string
  readonly place: Place
  readonly own: Options
  readonly where: Partial<Where>
}

const nextChain = (above: Chain, { level, owner, place, own, where: said }: Step): Chain => {
  const options = merge(above.options, own)
  const named: Where = { ...above.where, ...said }
  const requires = above.definition.requires?.(options, { ...named, found: nothingFound }) ?? []
  const where = said.found === undefined ? { ...named, found: usual(requires, named.namespace) } : named
  const effective = evaluate(above.definition, options, where)
  const here = { definition: above.definition, options, where, effective }
  const layer = toLayer(here, level, owner, place, above, own)
  return { ...here, layer: adds(layer, above) ? layer : above.layer }
}

const toLayer = (
  { definition, where, effective }: Omit<Chain, 'layer'>,
  level: Level,
  owner: string,
  place: Place,
  above: Chain | undefined,
  own: Options,
): Layer => {
  const { name, namespace } = where
  const common = {
    level,
    owner,
    namespace,
    name,
    folder: layerFolder(definition.tier, level, owner, namespace, name),
    place,
  }
  if (definition.kind === 'manifests' && effective.kind === 'manifests') {
    const { objects, dashboards } = effective
    return { ...common, ...hanging(above, 'manifests'), kind: 'manifests', definition, objects, dashboards, people: [] }
  }
  if (definition.kind !== 'helm' || effective.kind !== 'helm') throw new Error(`${name}: a definition changed its kind`)
  const over = above?.effective.kind === 'helm' ? above.effective : undefined
  const values =
    over === undefined ? effective.values : ownValues(definition, own, where, over.values, effective.values)
  const version = own.version !== undefined || over?.version !== effective.version ? { version: effective.version } : {}
  return { ...common, ...hanging(above, 'helm'), kind: 'helm', definition, values, ...version }
}

const hanging = <K extends Layer['kind']>(above: Chain | undefined, kind: K) =>
  above?.layer.kind === kind ? { above: above.layer as Extract<Layer, { kind: K }> } : {}

/** Whether a layer says anything that was not said above. */
const adds = (layer: Layer, above: Chain): boolean =>
  layer.kind === 'helm'
    ? Object.keys(layer.values).length > 0 || layer.version !== undefined
    : above.effective.kind !== 'manifests' ||
      !equal(layer.objects, above.effective.objects) ||
      !equal(layer.dashboards, above.effective.dashboards)
