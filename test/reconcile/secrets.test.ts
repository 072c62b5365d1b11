import { expect, test } from 'vitest'
import { existing, externalSecret } from '../../generators/fleet/secret.ts'
import type { KubernetesObject } from '../../generators/kubernetes-object.ts'
import { type Kubectl, Refusal } from '../../generators/output/kubectl.ts'
import type { ClusterPlan, PlannedSecret } from '../../generators/plan/placement.ts'
import { makeThrowaway, missingLine, missingSecrets } from '../../generators/reconcile/secrets.ts'
import { fleet, note } from '../support/fleets.ts'
import { tree } from '../support/tree.ts'

const secret = (name: string, keys: readonly string[], source = existing()): PlannedSecret => ({
  namespace: 'monitoring',
  name,
  keys,
  notes: [],
  source,
  place: [],
})

const planOf = (...secrets: readonly PlannedSecret[]): ClusterPlan => ({
  ...tree(fleet({ homelab: { components: [note()] } })).clusters[0]!,
  secrets,
})

/** A cluster whose Secrets have these keys. */
const cluster =
  (present: Readonly<Record<string, readonly string[]>>): Kubectl =>
  async ([, , name = '']) =>
    Object.hasOwn(present, name) ? ['found', ...present[name]!].join('\n') : ''

test('a Secret that is not there is missing with all its keys, one that lacks some with those', async () => {
  const plan = planOf(
    secret('grafana-admin', ['admin-password', 'admin-user']),
    secret('loki-s3', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']),
    secret('minio-root', ['rootPassword', 'rootUser']),
    secret('made-elsewhere', []),
    secret('empty', []),
  )
  const present = { 'loki-s3': ['AWS_ACCESS_KEY_ID'], 'minio-root': ['rootPassword', 'rootUser', 'more'], empty: [] }
  expect((await missingSecrets(cluster(present), plan)).map(missingLine)).toEqual([
    'missing Secret monitoring/grafana-admin: admin-password, admin-user',
    'missing in Secret monitoring/loki-s3: AWS_SECRET_ACCESS_KEY',
    'missing Secret monitoring/made-elsewhere',
  ])
})

test('a Secret that somebody else brings is not missing before Flux starts', async () => {
  const plan = planOf(secret('grafana-admin', ['admin-user'], externalSecret({ store: 'platform', key: 'grafana' })))
  expect(await missingSecrets(cluster({}), plan)).toEqual([])
})

test('a throwaway has every key, a label that tells what it is, and a namespace that may be there already', async () => {
  const made: KubernetesObject[] = []
  const ask: Kubectl = async (_, input = '') => {
    const object: KubernetesObject = JSON.parse(input)
    if (object.kind === 'Namespace') throw new Refusal('namespaces "monitoring" already exists')
    made.push(object)
    return ''
  }
  await makeThrowaway(ask, secret('minio-root', ['rootPassword', 'rootUser']))
  expect(made).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'minio-root', namespace: 'monitoring', labels: { 'fleetwright.dev/throwaway': 'true' } },
      stringData: { rootPassword: 'throwaway', rootUser: 'throwaway' },
    },
  ])
})

test('a throwaway that the server refuses for another reason is told', async () => {
  const ask: Kubectl = async () => {
    throw new Refusal('secrets is forbidden')
  }
  await expect(makeThrowaway(ask, secret('minio-root', []))).rejects.toThrow('secrets is forbidden')
})
