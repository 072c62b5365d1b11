import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { type Kubectl, Refusal } from '../output/kubectl.ts'
import { fluxObjects } from './cluster.ts'

/** What to make of the cluster's objects, and when that is what was waited for. */
export interface Watch<Seen> {
  /** Reads the cluster's objects. Default: all that Flux reconciles. */
  readonly look?: () => Promise<readonly KubernetesObject[]>
  readonly see: (objects: readonly KubernetesObject[]) => Seen
  readonly done: (seen: Seen) => boolean
  /** When the time is over, as `Date.now()` counts. */
  readonly end: number
}

/**
 * Looks at the cluster every two seconds until it is done or the time is over. Answers with what it saw last. A server
 * that stumbles on the way is asked again.
 */
export const watch = async <Seen>(
  ask: Kubectl,
  { look = () => fluxObjects(ask), see, done, end }: Watch<Seen>,
): Promise<Seen> => {
  for (;;) {
    const late = Date.now() > end
    const objects = await look().catch((error: unknown) => {
      if (late || !(error instanceof Refusal)) throw error
      return undefined
    })
    if (objects !== undefined) {
      const seen = see(objects)
      if (late || done(seen)) return seen
    }
    await sleep(2000)
  }
}
