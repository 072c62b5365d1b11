import type { Capability, Requirement } from '../fleet/capability.ts'
import type { CompleteCluster, CompleteNamespace } from '../fleet/complete/complete-fleet.ts'
import type { Definition, Options } from '../fleet/component.ts'
import type { SecretSource } from '../fleet/secret.ts'
import type { Place, Problem } from '../problem.ts'
import type { Effective, Layer } from './layer.ts'

/** A cluster, thought through: what stands where, in which layers, after what. */
export interface ClusterPlan {
  readonly cluster: CompleteCluster
  readonly placements: readonly Placement[]
  readonly secrets: readonly PlannedSecret[]
  /** What cannot be met, or not so. */
  readonly problems: readonly Problem[]
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
  /** The lowest layer that exists; the others hang above it. */
  readonly layer: Layer
  readonly effective: Effective
  readonly dependsOn: readonly Dependency[]
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
  readonly source: SecretSource
  readonly place: Place
  /** The person's file, from the root of the repository, when it comes from SOPS. */
  readonly file?: string
}
