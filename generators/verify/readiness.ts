import type { KubernetesObject } from '../kubernetes-object.ts'
import { fromAnnotation } from '../objects/flux/kustomization.ts'

/** How one object that Flux reconciles stands. */
export interface Readiness {
  /** `Kustomization monitoring/loki`. */
  readonly name: string
  readonly ready: boolean
  /** The controller's own words. */
  readonly message: string
  /** The property path in the fleet, when the object names it. */
  readonly from: string | undefined
}

interface Condition {
  readonly type: string
  readonly status: string
  readonly message?: string
  readonly observedGeneration?: number
}

/** Reads an object's Ready condition. One that is older than the object's last change does not count. */
export const readinessOf = (object: KubernetesObject): Readiness => {
  const { kind, metadata } = object
  const { conditions = [] } = (object.status ?? {}) as { conditions?: readonly Condition[] }
  const ready = conditions.find(({ type }) => type === 'Ready')
  const current = ready?.observedGeneration === undefined || ready.observedGeneration === metadata.generation
  return {
    name: `${kind} ${metadata.namespace}/${metadata.name}`,
    ready: ready?.status === 'True' && current,
    message: ready?.message ?? 'no controller has looked at it yet',
    from: metadata.annotations?.[fromAnnotation],
  }
}
