import type { Namespace } from './namespace.ts'
import type { ClusterRole, ControlPlanePart, Distribution, Network, Traits } from './traits.ts'

export interface ClusterSettings<E extends string = string> extends Traits {
  /** Whose traits and options it shares. */
  readonly environment: E
  /** Which Kubernetes it is. It decides what of the control plane can be scraped. */
  readonly distribution: Distribution
  /** What connects its Pods. */
  readonly network: Network
  /** What it is to the federation of this fleet, of which there is one at most. Default: no part of it. */
  readonly role?: ClusterRole
  /** What its telemetry calls it: `cluster.id`. Default: its name. */
  readonly id?: string
  /** Storage classes that exist in the cluster beside the one it uses. Default: none. */
  readonly storageClasses?: readonly string[]
  /** Parts of the control plane that Prometheus can reach. Default: what the distribution exposes. */
  readonly exposes?: readonly ControlPlanePart[]
  /** API groups whose custom resource definitions are there already, brought by nobody in this fleet. Default: none. */
  readonly crds?: readonly string[]
  /** What runs in it, by the name of each namespace. */
  readonly namespaces: Readonly<Record<string, Namespace>>
}

/** What reconciles a cluster. */
export type Engine = 'argo-cd' | 'flux'
export const engines: readonly Engine[] = ['argo-cd', 'flux']
/** As people write them. */
export const engineNames: Readonly<Record<Engine, string>> = { 'argo-cd': 'Argo CD', flux: 'Flux' }

/** Where Argo CD runs unless a cluster says otherwise. */
export const usualArgoNamespace = 'argocd'

export interface ArgoSettings {
  /** The namespace that Argo CD runs in. Default `argocd`. */
  readonly namespace?: string
}

export type Cluster<E extends string = string> = ClusterSettings<E> &
  ({ readonly engine: 'flux' } | { readonly engine: 'argo-cd'; readonly argo?: ArgoSettings })

/** A cluster that Flux reconciles. */
export const flux = <const E extends string>(settings: ClusterSettings<E>): Cluster<E> => ({
  engine: 'flux',
  ...settings,
})

/** A cluster that Argo CD, running in it, reconciles. */
export const argo = <const E extends string>(settings: ClusterSettings<E> & { argo?: ArgoSettings }): Cluster<E> => ({
  engine: 'argo-cd',
  ...settings,
})
