import type { Dashboard, HelmDefinition, ManifestsDefinition, Options, Values } from '../fleet/component.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Place } from '../problem.ts'

/** Whose decision a layer holds: everybody's, an environment's, one cluster's. */
export type Level = 'base' | 'cluster' | 'environment'

interface LayerOf<Above> {
  readonly level: Level
  /** `base`, or the name of the environment or cluster. */
  readonly owner: string
  readonly namespace: string
  /** The component's name. */
  readonly name: string
  /** `apps/dev/monitoring/loki`. */
  readonly folder: string
  /** What its files are rendered from: the same whoever else runs the component. */
  readonly place: Place
  /** Where a person finds it in the fleet: the place, or where the component first stands when nothing is said there. */
  readonly origin: Place
  /** What the fleet says of the component at this layer. */
  readonly options: Options
  /** The next layer up that exists. The root has none. */
  readonly above?: Above | undefined
}

export interface HelmLayer extends LayerOf<HelmLayer> {
  readonly kind: 'helm'
  readonly definition: HelmDefinition
  /** What this layer alone decides. */
  readonly values: Values
  /** The chart's version, where this layer decides it. */
  readonly version?: string | undefined
}

export interface ManifestsLayer extends LayerOf<ManifestsLayer> {
  readonly kind: 'manifests'
  readonly definition: ManifestsDefinition
  /** All objects as they stand at this layer. */
  readonly objects: readonly KubernetesObject[]
  readonly dashboards: readonly Dashboard[]
  /** Files of people that stand in the folder and belong to it: encrypted Secrets. */
  readonly people: readonly string[]
  /** What to write above a part of an object, in a line, by JSON pointer. */
  readonly comments?: ReadonlyMap<KubernetesObject, ReadonlyMap<string, string>>
}

export type Layer = HelmLayer | ManifestsLayer

/** What Helm or the API server would get, all layers together. */
export type Effective =
  | { readonly kind: 'helm'; readonly values: Values; readonly version: string }
  | {
      readonly kind: 'manifests'
      readonly objects: readonly KubernetesObject[]
      readonly dashboards: readonly Dashboard[]
    }

export const layerFolder = (tier: string, level: Level, owner: string, namespace: string, name: string): string =>
  `${ownerFolder(tier, level, owner)}/${namespace}/${name}`

/** The folder of everything that somebody decides: `apps/dev`, `apps/clusters/homelab`. */
export const ownerFolder = (tier: string, level: Level, owner: string): string =>
  `${tier}/${level === 'cluster' ? `clusters/${owner}` : owner}`
