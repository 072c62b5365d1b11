import type { KubernetesObject } from '../kubernetes-object.ts'

/** How one object that Flux reconciles stands. */
export interface Readiness {
  readonly state: 'ready' | 'waiting' | 'failed'
  /** The controller's own words, or ours where no controller has said anything about the object as it is. */
  readonly message: string
}

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly observedGeneration?: number
}

/** Reads an object's Ready condition. One that is older than the object's last change does not count. */
export const readinessOf = ({ metadata, spec, status }: KubernetesObject): Readiness => {
  if (metadata.deletionTimestamp !== undefined) return { state: 'waiting', message: 'it is being removed' }
  if ((spec as { suspend?: boolean } | undefined)?.suspend === true) {
    return { state: 'failed', message: 'it is suspended, so nothing that changes will reach it' }
  }
  const { conditions = [] } = (status ?? {}) as { conditions?: readonly Condition[] }
  const ready = conditions.find(({ type }) => type === 'Ready')
  if (ready === undefined) return { state: 'waiting', message: 'no controller has looked at it yet' }
  const { observedGeneration = metadata.generation, message = '', reason = '' } = ready
  if (observedGeneration !== metadata.generation) {
    return { state: 'waiting', message: 'no controller has looked at its last change yet' }
  }
  if (ready.status === 'True') return { state: 'ready', message }
  // DependencyNotReady, SourceNotReady: it has not had its turn.
  const tried = ready.status === 'False' && !reason.endsWith('NotReady')
  return { state: tried ? 'failed' : 'waiting', message }
}
