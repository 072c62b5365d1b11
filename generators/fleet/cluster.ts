import type { Namespace } from './namespace.ts'
import type { ControlPlanePart, Distribution, Network, Traits } from './traits.ts'

export interface ClusterSettings<E extends string = string> extends Traits {
  readonly environment: E
  readonly distribution: Distribution
  readonly network: Network
  /** Storage classes that exist in the cluster beside the one it uses. Default: none. */
  readonly storageClasses?: readonly string[]
  /** Parts of the control plane that Prometheus can reach. Default: what the distribution exposes. */
  readonly exposes?: readonly ControlPlanePart[]
  /** API groups whose custom resource definitions are there already, brought by nobody in this fleet. */
  readonly crds?: readonly string[]
  readonly namespaces: Readonly<Record<string, Namespace>>
}

export interface Cluster<E extends string = string> extends ClusterSettings<E> {
  readonly engine: 'flux'
}

/** A cluster that Flux reconciles. */
export const flux = <const E extends string>(settings: ClusterSettings<E>): Cluster<E> => ({
  engine: 'flux',
  ...settings,
})
