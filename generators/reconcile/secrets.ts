import { keyCommand } from '../layout/readme/key-commands.ts'
import { ageSecret } from '../objects/flux/kustomization.ts'
import type { Kubectl } from '../output/kubectl.ts'
import type { ClusterPlan, PlannedSecret } from '../plan/placement.ts'
import type { Place, Problem } from '../problem.ts'
import { ensure } from './cluster.ts'

/** A Secret that should have been in the cluster before Flux starts, and is not, or lacks keys. */
export interface MissingSecret {
  readonly secret: PlannedSecret
  readonly exists: boolean
  /** The keys it lacks. */
  readonly keys: readonly string[]
}

/** Which of the Secrets that the fleet says exist already do not, or not with every key that a component reads. */
export const missingSecrets = async (ask: Kubectl, { secrets }: ClusterPlan): Promise<readonly MissingSecret[]> => {
  const missing: MissingSecret[] = []
  for (const secret of secrets.filter(({ source }) => source.from === 'existing')) {
    const present = await keysOf(ask, secret.namespace, secret.name)
    const keys = secret.keys.filter((key) => !present?.includes(key))
    if (present === undefined || keys.length > 0) missing.push({ secret, keys, exists: present !== undefined })
  }
  return missing
}

/** `missing Secret monitoring/grafana-admin: admin-password, admin-user` */
export const missingLine = ({ secret: { namespace, name }, exists, keys }: MissingSecret): string => {
  const listed = keys.join(', ')
  if (exists) return `missing in Secret ${namespace}/${name}: ${listed}`
  return `missing Secret ${namespace}/${name}${listed === '' ? '' : `: ${listed}`}`
}

/** Makes a Secret, and its Namespace, that somebody else should have made, with worthless content. */
export const makeThrowaway = async (ask: Kubectl, { namespace, name, keys }: PlannedSecret): Promise<void> => {
  await ensure(ask, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  await ensure(ask, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels: { 'fleetwright.dev/throwaway': 'true' } },
    stringData: Object.fromEntries(keys.map((key) => [key, 'throwaway'])),
  })
}

/** The namespaces whose Secrets Flux must decrypt and cannot, because no age key is there. */
export const missingAgeKeys = async (ask: Kubectl, { secrets, cluster }: ClusterPlan): Promise<readonly Problem[]> => {
  const encrypted = new Set(secrets.filter(({ source }) => source.from === 'sops').map(({ namespace }) => namespace))
  const problems: Problem[] = []
  for (const namespace of encrypted) {
    const keys = await keysOf(ask, namespace, ageSecret)
    if (!keys?.some((key) => key.endsWith('.agekey'))) problems.push(noAgeKey(namespace, cluster.place, keys))
  }
  return problems
}

const noAgeKey = (namespace: string, cluster: Place, keys: readonly string[] | undefined): Problem => ({
  rule: 'age-key',
  place: [...cluster, 'namespaces', namespace, 'secrets'],
  reason: `Flux cannot decrypt what ${namespace} keeps encrypted: the Secret ${namespace}/${ageSecret} ${keys === undefined ? 'is not there' : 'has no key that ends in .agekey'}`,
  fix: `run ${keyCommand(namespace)}`,
})

/** The keys of a Secret, or undefined when it is not there. Its values never leave the cluster's client. */
const keysOf = async (ask: Kubectl, namespace: string, name: string): Promise<readonly string[] | undefined> => {
  const template = '{{"found"}}{{range $key, $value := .data}}{{"\\n"}}{{$key}}{{end}}'
  const output = await ask(['get', 'secret', name, '-n', namespace, '--ignore-not-found', `-o=go-template=${template}`])
  return output === '' ? undefined : output.split('\n').slice(1)
}
