import { expect, test } from 'vitest'
import { alloyConfig } from '../../../generators/catalogue/alloy/config.ts'
import { alloyAgent } from '../../../generators/catalogue/alloy-agent/alloy-agent.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import { at } from '../../../generators/plan/values.ts'
import { made } from '../made.ts'
import { base, where } from '../where.ts'

const agent = made(
  alloyAgent,
  {},
  where('alloy-agent', { 'loki-push': 'http://logs.monitoring.svc.cluster.local:3100' }),
)
const pod = at(agent.object('DaemonSet'), 'spec.template.spec')

test('it does what the chart’s Alloy does, with the Loki that was found', () => {
  expect(agent.files()).toEqual({
    'config.alloy': alloyConfig('http://logs.monitoring.svc.cluster.local:3100/loki/api/v1/push'),
  })
  expect(agent.container('DaemonSet').args).toEqual([
    'run',
    '/etc/alloy/config.alloy',
    '--storage.path=/var/lib/alloy',
    '--server.http.listen-addr=0.0.0.0:12345',
    '--disable-reporting',
  ])
})

test('it usually sends to the plain Loki of its namespace', () => {
  const definition = alloyAgent.definition as ManifestsDefinition
  const objects = definition.objects(definition.defaults ?? {}, base(definition))
  expect(JSON.stringify(objects)).toContain('http://loki-single.monitoring.svc.cluster.local:3100/loki/api/v1/push')
})

test('it remembers on the node how far it has read, and changes nothing else there', () => {
  const mounts = agent.container('DaemonSet').volumeMounts as readonly {
    name: string
    mountPath: string
    readOnly?: boolean
  }[]
  const folders = at(pod, 'volumes') as readonly { name: string; hostPath?: { path: string } }[]
  const written = mounts.filter(({ readOnly }) => !readOnly)

  expect(written.map(({ mountPath }) => mountPath)).toEqual(['/var/lib/alloy'])
  expect(folders.find(({ name }) => name === written[0]?.name)?.hostPath?.path).toBe('/var/lib/alloy')
  expect(folders.flatMap(({ hostPath }) => (hostPath === undefined ? [] : [hostPath.path]))).toEqual([
    '/var/log',
    '/var/lib/alloy',
    '/run/promtail',
  ])
})

test('it reads the files of root, without any other of root’s powers', () => {
  expect(at(pod, 'securityContext')).toMatchObject({ runAsUser: 0, runAsGroup: 0 })
})

test('it runs on every node, and knows which it is', () => {
  expect(at(pod, 'tolerations')).toEqual([{ operator: 'Exists' }])
  expect(agent.container('DaemonSet').env).toEqual([
    { name: 'HOSTNAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ])
})

test('it may see Pods, and nothing else', () => {
  expect(agent.object('ClusterRole').rules).toEqual([
    { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
  ])
})

test('its lines have the labels that dashboards ask for', () => {
  expect(agent.brings('logs')[0]?.labels).toEqual(
    expect.arrayContaining(['namespace', 'pod', 'container', 'app', 'job']),
  )
})

test('it waits for a Loki, and for no Prometheus operator', () => {
  expect(agent.requires).toMatchObject([{ kind: 'endpoint', name: 'loki-push' }])
})
