import { objectName } from '../kubernetes-object.ts'
import type { Origin } from '../objects/flux/bootstrap.ts'
import type { Kubectl } from '../output/kubectl.ts'
import { bootstrap } from './bootstrap.ts'
import { fluxObjects, requestReconcile } from './cluster.ts'
import { objectsBehind } from './objects-behind.ts'
import type { Run } from './reconciler.ts'
import { fetchCommit } from './source.ts'
import { type Expected, type Standing, standings } from './standing.ts'
import { teller } from './teller.ts'
import { watch } from './watch.ts'

export interface ReconcileSettings extends Run {
  readonly origin: Origin
  readonly expected: readonly Expected[]
}

/**
 * Points the Flux of a cluster at the committed tree and waits until every expected Kustomization is Ready with exactly
 * the commit. Answers with what is not, in the end.
 */
export const reconcile = async (ask: Kubectl, settings: ReconcileSettings): Promise<readonly Standing[]> => {
  const { origin, commit, expected, end, progress } = settings
  await bootstrap(ask, origin)
  progress.reach(0, 'waiting for Flux to fetch the commit')
  await fetchCommit(ask, origin, commit, end)
  await retryFailed(ask, expected, commit)
  const tell = teller(settings)
  const { unready, objects } = await watch(ask, {
    see: (objects) => {
      const all = standings(expected, objects, commit)
      tell(all)
      return { unready: all.filter(({ state }) => state !== 'ready'), objects }
    },
    done: ({ unready }) => unready.length === 0,
    end,
  })
  return [...unready, ...(await objectsBehind(ask, unready, objects))]
}

/** What failed before would otherwise wait for its own next interval. */
const retryFailed = async (ask: Kubectl, expected: readonly Expected[], commit: string): Promise<void> => {
  const objects = await fluxObjects(ask)
  const all = standings(expected, objects, commit)
  const failed = new Set(all.filter(({ state }) => state === 'failed').map(({ name }) => name))
  const again = objects.filter((one) => failed.has(objectName(one)))
  if (again.length > 0) await requestReconcile(ask, again, new Date().toISOString())
}
