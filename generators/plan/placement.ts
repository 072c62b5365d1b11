import type { Capability, CapabilityOf, Requirement } from '../fleet/capability.ts'
import type { CompleteCluster, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Definition, Options } from '../fleet/component.ts'
import type { SecretSource } from '../fleet/secret.ts'
import type { ClusterRole } from '../fleet/traits.ts'
import type { Place, Problem } from '../problem.ts'
import type { Effective, Layer } from './layer.ts'
import type { Shape } from './shape.ts'

/** A cluster, thought through: what stands where, in which layers, after what. */
export interface ClusterPlan {
  readonly cluster: CompleteCluster
  /** The same object for clusters that are alike. */
  readonly shape: Shape
  readonly placements: readonly Placement[]
  readonly secrets: readonly PlannedSecret[]
  /** What the components bring, and what those of other clusters send here. */
  readonly brought: readonly Brought[]
  /** What cannot be met, or not so. */
  readonly problems: readonly Problem[]
}

/** One capability that holds in a cluster. */
export interface Brought {
  readonly capability: Capability
  /** Who brings it. */
  readonly by: Dependency
  /** The cluster that it comes from, where that is another one. */
  readonly from?: string
}

/** One component in one namespace of one cluster. */
export interface Placement {
  readonly place: Place
  readonly cluster: CompleteCluster
  readonly namespace: CompleteNamespace
  readonly name: string
  readonly definition: Definition
  /** All layers' options together, the cluster's over the environment's over the base's over the defaults. */
  readonly options: Options
  readonly provides: readonly Capability[]
  readonly requires: readonly Requirement[]
  /** Whose endpoints it talks to. */
  readonly uses: readonly Use[]
  /** The lowest layer that exists; the others hang above it. */
  readonly layer: Layer
  readonly effective: Effective
  readonly dependsOn: readonly Dependency[]
}

/** A component talks to an endpoint of another. */
export interface Use {
  readonly endpoint: CapabilityOf<'endpoint'>
  readonly by: Dependency
  /** The cluster that it stands in, where that is another one. */
  readonly in?: string
  /** What that cluster is to the federation. */
  readonly role?: ClusterRole
}

export interface Dependency {
  readonly name: string
  readonly namespace: string
}

/** A Secret that components of a namespace read, and where it comes from. */
export interface PlannedSecret {
  readonly namespace: string
  readonly name: string
  readonly keys: readonly string[]
  /** What a person must know to fill it. */
  readonly notes: readonly string[]
  /** What makes it by hand, where a component knows that. */
  readonly command?: string
  readonly source: SecretSource
  readonly place: Place
  /** The person's file, from the root of the repository, when it comes from SOPS. */
  readonly file?: string
}
