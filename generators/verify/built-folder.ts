import type { KubernetesObject } from '../kubernetes-object.ts'
import type { Place } from '../problem.ts'

/** A folder as a controller builds it, read back. */
export interface BuiltFolder {
  /** From the root of the repository. */
  readonly folder: string
  /** What it was rendered from. */
  readonly place: Place
  readonly objects: readonly KubernetesObject[]
  /** Why there are no objects. */
  readonly error?: string
}

/** An object of a folder, for people: `HelmRelease monitoring/loki from apps/dev/monitoring/loki`. */
export const from = (what: string, { folder }: BuiltFolder): string => `${what} from ${folder}`
