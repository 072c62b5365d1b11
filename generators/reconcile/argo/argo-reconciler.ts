import type { KubernetesObject } from '../../kubernetes-object.ts'
import { applicationName } from '../../layout/argo-component.ts'
import { fieldManager } from '../../layout/readme/argo-section.ts'
import { type Kubectl, Refusal } from '../../output/kubectl.ts'
import type { ClusterPlan } from '../../plan/placement.ts'
import { objectsBehind } from '../objects-behind.ts'
import type { Reconciler, Run } from '../reconciler.ts'
import type { Expected, Standing } from '../standing.ts'
import { teller } from '../teller.ts'
import { watch } from '../watch.ts'
import { applicationStandings, comparedCommit, errorOf, refreshAnnotation } from './application-standing.ts'
import { type ArgoOrigin, applicationsIn, expectArgo, otherTree, refresh } from './applications.ts'

/** Milliseconds until a repository that was not fetched counts as unreachable. */
const patience = 120_000

/** @param bootstrap the text of the cluster's `bootstrap.yaml` */
export const argoReconciler = (planned: ClusterPlan, origin: ArgoOrigin, bootstrap: string): Reconciler => {
  const expected = expectedApplications(planned)
  return {
    unit: 'Application',
    count: expected.length,
    url: origin.url,
    prepare: async (ask) => {
      await expectArgo(ask)
      const conflict = otherTree(origin, await applicationsIn(ask, origin.namespace))
      if (conflict !== undefined) throw new Refusal(conflict)
      return []
    },
    reconcile: async (ask, run) => {
      // In a cluster to test on, whatever gave Applications another health before has to give way.
      const apply = ['apply', '--server-side', '--force-conflicts', `--field-manager=${fieldManager}`, '-f', '-']
      await ask(apply, bootstrap)
      await expectCommit(ask, origin, run)
      return settled(ask, origin, expected, run)
    },
  }
}

/** The Applications of a cluster: the root, and one a component. */
export const expectedApplications = ({ cluster, placements }: ClusterPlan): readonly Expected[] => {
  const namespace = cluster.argo.namespace
  return [
    { namespace, name: cluster.name, place: cluster.place },
    ...placements.map((one) => ({ namespace, name: applicationName(one), place: one.place })),
  ]
}

/** Makes Argo CD look at the branch now. Refuses a repository that it cannot read, and a branch that is not at the commit. */
const expectCommit = async (ask: Kubectl, origin: ArgoOrigin, { commit, end, progress }: Run): Promise<void> => {
  const { cluster, namespace, url, branch } = origin
  const isRoot = ({ metadata }: KubernetesObject): boolean => metadata.name === cluster
  progress.reach(0, 'waiting for Argo CD to look at the branch')
  await refresh(ask, (await applicationsIn(ask, namespace)).filter(isRoot))
  const root = await watch(ask, {
    look: () => applicationsIn(ask, namespace),
    see: (applications) => applications.find(isRoot),
    done: (seen) =>
      seen !== undefined &&
      seen.metadata.annotations?.[refreshAnnotation] === undefined &&
      comparedCommit(seen) !== undefined,
    end: Math.min(end, Date.now() + patience),
  })
  const found = root === undefined ? undefined : comparedCommit(root)
  if (found === commit) return
  if (root === undefined || found === undefined || found === '') {
    const why = (root && errorOf(root)) ?? 'it did not look in time'
    throw new Refusal(`its Argo CD cannot read ${branch} of ${url}: ${why}`)
  }
  throw new Refusal(
    `its Argo CD finds ${found} at ${url}, and HEAD is ${commit}: push it, or check out what was pushed`,
  )
}

const settled = async (
  ask: Kubectl,
  { namespace }: ArgoOrigin,
  expected: readonly Expected[],
  { commit, end, say, progress }: Run,
): Promise<readonly Standing[]> => {
  const tell = teller({ say, progress })
  const look = async () => {
    const applications = await applicationsIn(ask, namespace)
    await refresh(
      ask,
      applications.filter((one) => isBehind(one, commit)),
    )
    return applications
  }
  const { unready, applications } = await watch(ask, {
    look,
    see: (applications) => {
      const all = applicationStandings(expected, applications, commit)
      tell(all)
      return { unready: all.filter(({ state }) => state !== 'ready'), applications }
    },
    done: ({ unready }) => unready.length === 0,
    end,
  })
  return [...unready, ...(await objectsBehind(ask, unready, applications))]
}

/** Compared with another commit, and not asked to look again. One that was never compared has its first turn to come. */
const isBehind = (application: KubernetesObject, commit: string): boolean => {
  const compared = comparedCommit(application)
  const isAsked = application.metadata.annotations?.[refreshAnnotation] !== undefined
  return compared !== undefined && compared !== commit && !isAsked
}
