import { type KubernetesObject, objectName } from '../kubernetes-object.ts'
import { bootstrapObjects, type Origin } from '../objects/flux/bootstrap.ts'
import { type Kubectl, Refusal } from '../output/kubectl.ts'
import { requestReconcile } from './cluster.ts'
import { readinessOf } from './readiness.ts'
import { watch } from './watch.ts'

/** Milliseconds until a repository that was not fetched counts as unreachable: two attempts of Flux. */
const patience = 120_000

/** Makes Flux fetch the branch now. Refuses a repository that it cannot fetch, and a branch that is not at the commit. */
export const fetchCommit = async (ask: Kubectl, origin: Origin, commit: string, end: number): Promise<void> => {
  const { url, branch } = origin
  const request = new Date().toISOString()
  const [source] = bootstrapObjects(origin)
  await requestReconcile(ask, [source], request)
  const { revision, message } = await watch(ask, {
    see: (objects) =>
      fetched(
        objects.find((one) => objectName(one) === objectName(source)),
        request,
      ),
    done: (seen) => seen.revision !== undefined,
    end: Math.min(end, Date.now() + patience),
  })
  if (revision === undefined) throw new Refusal(`its Flux cannot fetch ${branch} of ${url}: ${message}`)
  if (!revision.endsWith(`:${commit}`)) {
    throw new Refusal(
      `its Flux finds ${revision} at ${url}, and HEAD is ${commit}: push it, or check out what was pushed`,
    )
  }
}

export interface Fetched {
  /** `main@sha1:<hash>`; undefined until the request was answered. */
  readonly revision: string | undefined
  readonly message: string
}

/** What a source fetched in answer to a request. */
export const fetched = (source: KubernetesObject | undefined, request: string): Fetched => {
  if (source === undefined) return { revision: undefined, message: 'its GitRepository is gone' }
  const { state, message } = readinessOf(source)
  const { lastHandledReconcileAt, artifact } = (source.status ?? {}) as {
    readonly lastHandledReconcileAt?: string
    readonly artifact?: { readonly revision: string }
  }
  const answered = state === 'ready' && lastHandledReconcileAt === request
  return { revision: answered ? artifact?.revision : undefined, message }
}
