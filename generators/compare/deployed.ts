import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Place } from '../problem.ts'

/** A component in one namespace of one cluster. */
export interface Address {
  readonly cluster: string
  readonly namespace: string
  readonly component: string
}

/** What one component brings to one cluster in one state of the tree: all its layers together, as the cluster would see them. */
export interface Deployed extends Address {
  /** As the cluster's README says it. Empty where it does not. */
  readonly environment: string
  /** Where the fleet places it. */
  readonly place: Place
  /** What the controller reads, from the root of the repository. */
  readonly folder: string
  /** How the controller handles it: the Flux Kustomization, or the Application and its AppProject. */
  readonly control: readonly KubernetesObject[]
  /** One object for all clusters that get exactly the same. */
  readonly content: Content
}

/** What comes out of a folder. */
export interface Content {
  /** Without the hashes that kustomize appends to names: their content is compared anyway. */
  readonly objects: readonly KubernetesObject[]
  /** The release of a Helm component. Its values are here, and in no ConfigMap among the objects. */
  readonly release?: Release
}

export interface Release {
  readonly name: string
  readonly chart: { readonly name: string; readonly url: string; readonly version: string }
  /** What Helm would get, all layers together. */
  readonly values: Readonly<Record<string, unknown>>
}

/** A component in both states; one of them is missing where it was added or removed. Equal ones are left out. */
export interface DeployedPair extends Address {
  readonly before?: Deployed
  readonly after?: Deployed
  /** The state in which it may be as well, but could not be built. Then nothing is known to be added or removed. */
  readonly unbuilt?: Unbuilt['state']
  /** The rendered files behind it that differ, from the root of the repository. */
  readonly files: readonly string[]
}

/** A folder that could not be built in one of the states. */
export interface Unbuilt {
  readonly state: 'after' | 'before'
  readonly folder: string
  /** In kustomize's own words, or ours: continues "apps/base/… cannot be built: ". */
  readonly reason: string
  readonly clusters: readonly string[]
}
