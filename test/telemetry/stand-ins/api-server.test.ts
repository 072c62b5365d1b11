import { expect, onTestFinished, test } from 'vitest'
import { apiServer, type Right, rightsOf } from '../../../generators/telemetry/stand-ins/api-server.ts'
import { freePort } from '../../support/free-port.ts'

const ask = async (rights: readonly Right[], path: string) => {
  const port = await freePort()
  const server = await apiServer(port, rights)
  onTestFinished(server.close)
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) }
}

const watcher: Right = { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] }

test('it tells its Pods to who may list them', async () => {
  expect(await ask([watcher], '/api/v1/pods?fieldSelector=spec.nodeName%3Dnode-1')).toMatchObject({
    status: 200,
    kind: 'PodList',
    items: [{ metadata: { namespace: 'shop', name: 'checkout-7d9c5b6f4-x2x9k' } }],
  })
})

test.each([
  ['who has no rights', [], '/api/v1/pods'],
  ['who may only watch', [{ ...watcher, verbs: ['watch'] }], '/api/v1/pods'],
  ['who may list something else', [watcher], '/apis/apps/v1/replicasets'],
  ['who may list something of another group', [{ ...watcher, apiGroups: ['apps'] }], '/api/v1/pods'],
])('it refuses %s', async (_, rights, path) => {
  expect(await ask(rights, path)).toMatchObject({ code: 403, reason: 'Forbidden' })
})

test('the rights of an account are those of the ClusterRole of its name', () => {
  const role = (name: string, rules: readonly Right[]) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules,
  })
  expect(rightsOf([role('agent', [watcher]), role('other', [{ verbs: ['*'] }])], 'agent')).toEqual([watcher])
})
