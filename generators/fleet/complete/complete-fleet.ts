import type { Place } from '../../problem.ts'
import type { ArgoSettings, Engine } from '../cluster.ts'
import type { ClusterIdentity, Component } from '../component.ts'
import type { EnvironmentSettings } from '../environment.ts'
import type { Exception } from '../exceptions.ts'
import type { Repository } from '../fleet.ts'
import type { NamespaceSettings } from '../namespace.ts'
import type { ControlPlanePart, Distribution, Network, Traits } from '../traits.ts'

/** The fleet with every default filled in and every shorthand spelled out. What was wrong in it is left out. */
export interface CompleteFleet {
  readonly repository: Repository
  readonly base: readonly PlacedComponent[]
  readonly environments: readonly CompleteEnvironment[]
  readonly clusters: readonly CompleteCluster[]
  readonly exceptions: readonly PlacedException[]
  /** Whether no cluster was left out. What is missing anywhere may be missing because something was left out. */
  readonly isWhole: boolean
}

export interface PlacedException extends Exception {
  /** Where it is written, not where it holds. */
  readonly place: Place
}

export interface PlacedComponent extends Component {
  readonly name: string
  readonly place: Place
  /** Whether no option was left out. */
  readonly isWhole: boolean
}

export interface CompleteEnvironment {
  readonly name: string
  readonly place: Place
  readonly settings: EnvironmentSettings & { readonly privateNetwork: boolean }
  readonly components: readonly PlacedComponent[]
}

export interface CompleteCluster extends Traits {
  readonly name: string
  readonly place: Place
  readonly engine: Engine
  /** Where Argo CD runs. What a cluster of Flux never asks for. */
  readonly argo: Required<ArgoSettings>
  readonly identity: ClusterIdentity
  readonly environment: CompleteEnvironment
  readonly distribution: Distribution
  readonly network: Network
  readonly storageClasses: readonly string[]
  readonly exposes: readonly ControlPlanePart[]
  readonly crds: readonly string[]
  readonly namespaces: readonly CompleteNamespace[]
}

export interface CompleteNamespace {
  readonly name: string
  readonly place: Place
  readonly settings: Required<Omit<NamespaceSettings, 'networkPolicies'>> & Pick<NamespaceSettings, 'networkPolicies'>
  readonly components: readonly PlacedComponent[]
  /** Whether no component was left out. */
  readonly isWhole: boolean
}
