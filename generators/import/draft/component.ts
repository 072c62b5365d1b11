import type { Options } from '../../fleet/component.ts'
import type { KubernetesObject } from '../../kubernetes-object.ts'
import type { Origin } from '../note.ts'

/** A component of the draft, with whatever is said of it in each cluster that runs it. */
export interface DraftComponent {
  readonly namespace: string
  readonly name: string
  readonly origin: Origin
  readonly content: ManifestsContent | ReleaseContent
  /** For each cluster, in their order, the components of its namespace that come first there. */
  readonly clusters: ReadonlyMap<string, readonly string[]>
  /** API groups whose definitions it brings. */
  readonly provides: readonly string[]
}

export interface ReleaseContent {
  readonly kind: 'release'
  readonly chart: { readonly name: string; readonly url: string }
  readonly timeout?: string
  /** The word of the catalogue for it; absent for a chart that a fleet has to describe itself. */
  readonly word?: string
  /** `version`, `values` and, of a component of the catalogue, its options: all that holds in a cluster. */
  readonly options: ReadonlyMap<string, Options>
}

export interface ManifestsContent {
  readonly kind: 'manifests'
  readonly objects: readonly KubernetesObject[]
  /** API groups of its custom resources. */
  readonly requires: readonly string[]
}

/** By what a component is known in a draft. */
export const componentKey = ({ namespace, name }: Pick<DraftComponent, 'name' | 'namespace'>): string =>
  `${namespace}/${name}`
