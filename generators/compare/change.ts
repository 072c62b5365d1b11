import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Address } from './deployed.ts'

/** By what an object is known, whatever it holds: not its version, nor a hash behind its name. */
export interface ObjectIdentity {
  /** Empty for Kubernetes' own core. */
  readonly group: string
  readonly kind: string
  /** Undefined for what stands in no namespace. */
  readonly namespace?: string
  readonly name: string
}

export type What = 'added' | 'changed' | 'removed'

/** One value that differs. Absent: it was not there, or is not there any more. */
export interface FieldChange {
  readonly path: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
}

export interface ObjectChange {
  readonly identity: ObjectIdentity
  readonly what: What
  readonly before?: KubernetesObject
  readonly after?: KubernetesObject
  /** What differs within it; empty unless it changed. */
  readonly fields: readonly FieldChange[]
}

/** What changes in a Helm release. Undefined members stay as they are. */
export interface ReleaseChange {
  readonly name: string
  readonly chart: string
  /** The chart that it was, where that is another one, or where the release goes away. */
  readonly chartBefore?: string
  readonly version?: { readonly before?: string; readonly after?: string }
  readonly url?: { readonly before?: string; readonly after?: string }
  readonly values: readonly FieldChange[]
}

/** How a component changes: the same object for all clusters where it changes alike. */
export interface Change {
  readonly what: What
  readonly release?: ReleaseChange
  /** Objects of the component, without those by which its controller handles it. */
  readonly objects: readonly ObjectChange[]
  /** The Flux Kustomization, or the Application and its AppProject. */
  readonly control: readonly ObjectChange[]
  /** What helm makes of both releases, where it and the charts are at hand. */
  readonly charted?: readonly ObjectChange[]
}

export interface ComponentChange extends Address {
  readonly environment: string
  readonly change: Change
  /** The rendered files that differ. */
  readonly files: readonly string[]
}
