import type { Capability, Requirement } from '../fleet/capability.ts'
import type { Definition, Options, Where } from '../fleet/component.ts'
import type { Place } from '../problem.ts'
import { ownValues } from './evaluate.ts'
import { type Effective, type Layer, type Level, layerFolder } from './layer.ts'
import { equal } from './values.ts'

/** A layer of one component with all that stands above it. */
export interface Chain {
  readonly definition: Definition
  readonly options: Options
  readonly where: Where
  readonly effective: Effective
  readonly provides: readonly Capability[]
  readonly requires: readonly Requirement[]
  /** The lowest layer that exists so far. */
  readonly layer: Layer
}

/** What a layer says, and where. */
export interface Said {
  readonly level: Level
  readonly owner: string
  readonly place: Place
  /** Default: the place. */
  readonly origin?: Place
  readonly own: Options
}

/** The layer that somebody's word makes, below the layers above it. */
export const toLayer = (
  { definition, where, effective }: Pick<Chain, 'definition' | 'effective' | 'where'>,
  { level, owner, place, origin = place, own }: Said,
  above: Chain | undefined,
): Layer => {
  const { name, namespace } = where
  const folder = layerFolder(definition.tier, level, owner, namespace, name)
  if (definition.kind === 'manifests' && effective.kind === 'manifests') {
    const { objects, dashboards } = effective
    const common = { level, owner, namespace, name, folder, place, origin, options: own }
    return {
      ...common,
      above: hung(above, 'manifests'),
      kind: 'manifests',
      definition,
      objects,
      dashboards,
      people: [],
    }
  }
  if (definition.kind !== 'helm' || effective.kind !== 'helm') throw new Error(`${name}: a definition changed its kind`)
  const over = above?.effective.kind === 'helm' ? above.effective : undefined
  const values =
    over === undefined ? effective.values : ownValues(definition, own, where, over.values, effective.values)
  const version = own.version !== undefined || over?.version !== effective.version ? effective.version : undefined
  // Each by its name: many clusters have such a layer, and a spread makes an object that is slow to read.
  return {
    kind: 'helm',
    level,
    owner,
    namespace,
    name,
    folder,
    place,
    origin,
    options: own,
    above: hung(above, 'helm'),
    definition,
    values,
    version,
  }
}

/** The layer that another one hangs below. */
const hung = <K extends Layer['kind']>(above: Chain | undefined, kind: K) =>
  above?.layer.kind === kind ? (above.layer as Extract<Layer, { kind: K }>) : undefined

/** Whether a layer says anything that was not said above. */
export const adds = (layer: Layer, above: Chain): boolean =>
  layer.kind === 'helm'
    ? Object.keys(layer.values).length > 0 || layer.version !== undefined
    : above.effective.kind !== 'manifests' ||
      !equal(layer.objects, above.effective.objects) ||
      !equal(layer.dashboards, above.effective.dashboards)
