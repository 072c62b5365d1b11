import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompleteFleet } from '../fleet/complete/complete-fleet.ts'
import type { Repository } from '../fleet/fleet.ts'
import { checkedOut } from '../output/checked-out.ts'
import { kubectl, Refusal } from '../output/kubectl.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import { plan } from '../plan/plan.ts'
import { argoReconciler } from '../reconcile/argo/argo-reconciler.ts'
import { fluxReconciler } from '../reconcile/flux-reconciler.ts'
import type { Reconciler } from '../reconcile/reconciler.ts'
import { makeThrowaway, missingLine, missingSecrets } from '../reconcile/secrets.ts'
import { notReady } from '../reconcile/standing.ts'
import { think } from '../render.ts'
import { count } from '../review/count.ts'
import { paintOutcomes } from '../review/paint.ts'
import type { Given } from './arguments.ts'
import { command, type Ending } from './command.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import type { Invocation } from './invocation.ts'
import { noKubeconfig } from './kubeconfig.ts'
import { milliseconds } from './milliseconds.ts'
import { tellProblems } from './tell-problems.ts'
import { unknownCluster } from './unknown-cluster.ts'

export const usage = {
  command: 'npm run test:cluster --',
  does: [
    'Applies the committed tree of CLUSTER (default: the first of the fleet) through the Flux or Argo CD of the cluster that',
    'KUBECONFIG names, and waits until everything is there and ready at the commit that is checked out. The engine fetches',
    'that commit from a git repository, so push it first. A cluster that follows another tree already is left alone.',
  ].join('\n'),
  words: ['[CLUSTER]'],
  offers: { branch: 'revision' },
  options: {
    url: {
      value: 'URL',
      does: "the git repository, as the cluster reaches it (default: FLEET_GIT_URL, or the fleet's own)",
    },
    branch: { value: 'NAME', does: "its branch (default: the fleet's)" },
    timeout: { value: 'DURATION', does: 'how long everything together may take (default: 15m)' },
    'throwaway-secrets': {
      does: 'make the Secrets that should exist and do not, with worthless content: for a cluster to be thrown away',
    },
  },
} as const

type Options = Given<(typeof usage)['options']>

/** `scripts/test-cluster.mjs`: proves the committed tree on a real cluster. */
export const testClusterCommand = command(usage, async ({ options, words: [wanted] }, invocation) => {
  const { err } = invocation
  const evaluated = await evaluatedFleet(invocation)
  if ('problems' in evaluated) return tellProblems(evaluated.problems, invocation, false)
  const { fleet, problems } = think(evaluated.fleet)
  if (problems.length > 0) return tellProblems(problems, invocation, false)
  const names = fleet.clusters.map(({ name }) => name)
  const name = wanted ?? names[0] ?? ''
  const wrong = unknownCluster(name, names)
  if (wrong !== undefined) return { wrong }
  const nowhere = noKubeconfig(process.env)
  if (nowhere !== undefined) {
    // To name no cluster to test on is wrong usage too, but no option would mend it.
    err(`${nowhere}\n`)
    return 2
  }
  try {
    return await tested(fleet, name, options, invocation)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    err(`${name}: ${error.message}\n`)
    return 1
  }
})

const tested = async (
  fleet: CompleteFleet,
  name: string,
  options: Options,
  invocation: Invocation,
): Promise<Ending> => {
  const begun = Date.now()
  const say = (line: string): void => invocation.out(`${paintOutcomes(line, invocation.color.out)}\n`)
  const timeout = milliseconds(options.timeout ?? '15m')
  if (timeout === undefined) return { wrong: '--timeout takes a Go duration, such as 90s or 15m' }
  const planned = [...plan(fleet)].find(({ cluster }) => cluster.name === name)!
  const commit = commitToApply(invocation.root, say)
  const reconciler = reconcilerOf(planned, fleet.repository, options, invocation.root)
  const lacking = await reconciler.prepare(kubectl)
  if (lacking.length > 0) return tellProblems(lacking, invocation, false, null)
  await prepareSecrets(planned, options['throwaway-secrets'], say)
  const units = count(reconciler.count, reconciler.unit)
  say(`${name}: ${units} at ${commit} of ${reconciler.url}`)
  const progress = invocation.progress('reconciling', reconciler.count)
  const run = { commit, end: begun + timeout, say, progress }
  const unready = await reconciler.reconcile(kubectl, run).finally(progress.done)
  if (unready.length > 0) return tellProblems(unready.map(notReady), invocation, false, null)
  say(`${name}: ${units} Ready at ${commit}`)
  return 0
}

const reconcilerOf = (planned: ClusterPlan, repository: Repository, options: Options, root: string): Reconciler => {
  const { engine, name: cluster, argo } = planned.cluster
  const { url, branch = repository.branch } = options
  if (engine === 'flux') {
    return fluxReconciler(planned, { cluster, url: url ?? process.env.FLEET_GIT_URL ?? repository.url, branch })
  }
  // Each Application names the repository itself.
  if ((url ?? repository.url) !== repository.url || branch !== repository.branch) {
    throw new Refusal(
      `its Applications name ${repository.branch} of ${repository.url}: no option leads Argo CD elsewhere`,
    )
  }
  const bootstrap = `clusters/${cluster}/bootstrap.yaml`
  if (!existsSync(join(root, bootstrap))) throw new Refusal(`there is no ${bootstrap}: render the tree first`)
  return argoReconciler(
    planned,
    { cluster, namespace: argo.namespace, ...repository },
    readFileSync(join(root, bootstrap), 'utf8'),
  )
}

const commitToApply = (root: string, say: (line: string) => void): string => {
  const { commit, uncommitted } = checkedOut(root)
  if (commit === undefined) throw new Refusal('there is no commit here that it could apply')
  if (uncommitted.length > 0) say(`not tested, because not committed: ${uncommitted.join(', ')}`)
  return commit
}

const prepareSecrets = async (planned: ClusterPlan, makeThem: boolean, say: (line: string) => void): Promise<void> => {
  for (const missing of await missingSecrets(kubectl, planned)) {
    const make = makeThem && !missing.exists
    if (make) await makeThrowaway(kubectl, missing.secret)
    say(`${missingLine(missing)}${make ? ' (made, worthless)' : ''}`)
  }
}
