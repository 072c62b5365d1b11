import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { bootstrapObjects } from '../objects/flux/bootstrap.ts'
import type { ClusterPlan } from '../plan/placement.ts'
import { type Readiness, readinessOf } from '../verify/readiness.ts'
import type { Kubectl } from './kubectl.ts'

export interface ReconcileSettings {
  /** Where the cluster fetches the committed tree. */
  readonly url: string
  readonly branch: string
  /** Milliseconds until what is not Ready counts as failed. */
  readonly timeout: number
  /** Makes the Secrets that the fleet says exist already, with worthless content. For clusters made to be thrown away. */
  readonly throwawaySecrets: boolean
  readonly say: (line: string) => void
}

/** Points the Flux of a cluster at the committed tree and waits. Answers with what is not Ready in the end. */
export const reconcile = async (
  plan: ClusterPlan,
  cluster: Kubectl,
  settings: ReconcileSettings,
): Promise<readonly Readiness[]> => {
  if (settings.throwawaySecrets) for (const object of throwaways(plan)) await cluster.ensure(object)
  await cluster.ensure(namespaceOf('flux-system'))
  await cluster.apply(bootstrapObjects(plan.cluster.name, settings.url, settings.branch))
  const expected = plan.placements.map(({ name, namespace }) => `Kustomization ${namespace.name}/${name}`)
  return settled(['Kustomization flux-system/flux-system', ...expected], cluster, settings)
}

const namespaceOf = (name: string): KubernetesObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })

const throwaways = ({ secrets }: ClusterPlan): readonly KubernetesObject[] =>
  secrets
    .filter(({ source }) => source.from === 'existing')
    .flatMap(({ namespace, name, keys }) => [
      namespaceOf(namespace),
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace },
        stringData: Object.fromEntries(keys.map((key) => [key, 'throwaway'])),
      },
    ])

/** Asks every two seconds, tells what changed, and stops when all is Ready or the time is over. */
const settled = async (
  expected: readonly string[],
  cluster: Kubectl,
  { timeout, say }: ReconcileSettings,
): Promise<readonly Readiness[]> => {
  const told = new Set<string>()
  const end = Date.now() + timeout
  for (;;) {
    const seen = (await cluster.list('kustomizations.kustomize.toolkit.fluxcd.io')).map(readinessOf)
    const standing = expected.map((name) => seen.find((one) => one.name === name) ?? absent(name))
    for (const { name } of standing.filter(({ ready, name }) => ready && !told.has(name))) {
      told.add(name)
      say(`ready ${name}`)
    }
    const waiting = standing.filter(({ ready }) => !ready)
    if (waiting.length === 0 || Date.now() > end) return waiting
    await sleep(2000)
  }
}

const absent = (name: string): Readiness => ({ name, ready: false, message: 'it is not in the cluster', from: undefined })
