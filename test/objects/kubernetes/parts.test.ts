import { expect, test } from 'vitest'
import { clusterRole, clusterRoleBinding, mayWatch } from '../../../generators/objects/kubernetes/cluster-role.ts'
import { configMap, restartedBy } from '../../../generators/objects/kubernetes/config-map.ts'
import { service, serviceHost, serviceUrl } from '../../../generators/objects/kubernetes/service.ts'
import { serviceAccount } from '../../../generators/objects/kubernetes/service-account.ts'
import { compact } from '../../../generators/plan/values.ts'

const labels = { 'app.kubernetes.io/name': 'web' }
const port = { name: 'http', port: 80 }

test('a Service leads to the port of its name, and answers at the address that others are told', () => {
  expect(service({ name: 'web', labels: { tier: 'front' }, port })).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', labels: { ...labels, tier: 'front' } },
    spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  })
  expect(serviceUrl('web', 'shop', 80)).toBe('http://web.shop.svc.cluster.local:80')
  expect(serviceHost('web', 'shop', 80)).toBe('web.shop.svc.cluster.local:80')
})

test('a Service has a port of every node, or no address of its own, when it is said so', () => {
  expect(compact(service({ name: 'web', port: { ...port, nodePort: 30080 } }).spec)).toMatchObject({
    type: 'NodePort',
    ports: [{ nodePort: 30080 }],
  })
  expect(service({ name: 'web', port, headless: true }).spec).toMatchObject({ clusterIP: 'None' })
})

test('a Service has several ports, leads to a workload of another name, or to the caller’s own node', () => {
  const local = service({ name: 'web-local', workload: 'web', ownNode: true, port: [port, { name: 'grpc', port: 81 }] })
  expect(local).toMatchObject({
    metadata: { name: 'web-local', labels },
    spec: {
      internalTrafficPolicy: 'Local',
      selector: labels,
      ports: [
        { port: 80, targetPort: 'http' },
        { port: 81, targetPort: 'grpc' },
      ],
    },
  })
  expect(service({ name: 'web', port }).spec.internalTrafficPolicy).toBeUndefined()
})

test('a ClusterRole is bound to the ServiceAccount of its name, where that stands', () => {
  expect(clusterRole('web', [mayWatch('apps', 'deployments')])).toMatchObject({
    metadata: { name: 'web' },
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['list', 'watch'] }],
  })
  expect(clusterRoleBinding('web', 'shop')).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'web' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
  })
})

test('a ServiceAccount gives its token to those alone who ask for it', () => {
  expect(serviceAccount('web')).toMatchObject({ metadata: { name: 'web' }, automountServiceAccountToken: false })
})

test('a ConfigMap keeps its name; what restarts its Pods follows its files alone', () => {
  expect(configMap('web', { 'a.yaml': 'x' })).toMatchObject({ metadata: { name: 'web' }, data: { 'a.yaml': 'x' } })
  const one = restartedBy({ 'a.yaml': 'x' })
  expect(Object.keys(one)).toEqual(['fleetwright.dev/config-hash'])
  expect(restartedBy({ 'a.yaml': 'x' })).toEqual(one)
  expect(restartedBy({ 'a.yaml': 'y' })).not.toEqual(one)
  expect(restartedBy({ 'b.yaml': 'x' })).not.toEqual(one)
})
