import { describe, expect, test } from 'vitest'
import { alloy } from '../../../generators/catalogue/alloy/alloy.ts'
import { alloyConfig } from '../../../generators/catalogue/alloy/config.ts'
import { logLabels, podLogRules } from '../../../generators/catalogue/log-agent/relabelling.ts'
import { promtail } from '../../../generators/catalogue/promtail/promtail.ts'
import { relabelConfigs } from '../../../generators/catalogue/promtail/scrape-configs.ts'
import { base } from '../where.ts'
import { relabel, rulesOf } from './relabel.ts'

const agents = { promtail: relabelConfigs, alloy: rulesOf(alloyConfig('http://loki')) }

/** What Kubernetes says of one container of a Pod. */
const discovered = (pod: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      namespace: 'shop',
      pod_name: 'cart-7c9fbd5f4-x2x7q',
      pod_uid: '1f2e',
      pod_container_name: 'server',
      pod_node_name: 'node-1',
      ...pod,
    }).map(([name, value]) => [`__meta_kubernetes_${name}`, value]),
  )

const kept = (labels: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__') || name === '__path__'))

describe.each(Object.entries(agents))('%s', (_, rules) => {
  test("labels a container's logs, and reads them from the node's disk", () => {
    const pod = { pod_label_app_kubernetes_io_name: 'cart', pod_label_app: 'old-cart' }

    expect(kept(relabel(rules, discovered(pod)))).toEqual({
      namespace: 'shop',
      pod: 'cart-7c9fbd5f4-x2x7q',
      container: 'server',
      node_name: 'node-1',
      app: 'cart',
      job: 'shop/cart',
      __path__: '/var/log/pods/*1f2e/server/*.log',
    })
  })

  test.each<[string, Record<string, string>, string]>([
    ['the label app, where the recommended one is missing', { pod_label_app: 'cart' }, 'cart'],
    [
      'a Deployment, without the hash of its ReplicaSet',
      { pod_controller_kind: 'ReplicaSet', pod_controller_name: 'cart-api-7c9fbd5f4' },
      'cart-api',
    ],
    ['a DaemonSet', { pod_controller_kind: 'DaemonSet', pod_controller_name: 'node-exporter' }, 'node-exporter'],
    ['a StatefulSet', { pod_controller_kind: 'StatefulSet', pod_controller_name: 'db-2' }, 'db-2'],
    [
      'a CronJob, without the time of its run',
      { pod_controller_kind: 'Job', pod_controller_name: 'backup-29384750' },
      'backup',
    ],
    ['the Pod itself, where nothing controls it', { pod_name: 'debug' }, 'debug'],
    [
      'the Pod itself, where the kubelet started it',
      { pod_controller_kind: 'Node', pod_controller_name: 'node-1', pod_name: 'etcd-node-1' },
      'etcd-node-1',
    ],
  ])('app is %s', (_, pod, app) => {
    expect(kept(relabel(rules, discovered(pod)))).toMatchObject({ app, job: `shop/${app}` })
  })

  test('a Pod that the kubelet started has its files under the hash of its own file', () => {
    const pod = {
      pod_annotationpresent_kubernetes_io_config_hash: 'true',
      pod_annotation_kubernetes_io_config_hash: 'abc',
    }
    expect(relabel(rules, discovered(pod)).__path__).toBe('/var/log/pods/*abc/server/*.log')
  })

  test('every label that is promised is written, and no other', () => {
    const { __path__: path, ...labels } = kept(relabel(rules, discovered({})))
    expect(Object.keys(labels).sort()).toEqual([...logLabels].sort())
    expect(path).toBeDefined()
  })
})

test.each([promtail, alloy])(
  'queries may rely on the labels that are promised, and on those of every file',
  (agent) => {
    const logs = agent.definition.provides?.({}, base(agent.definition)).filter(({ kind }) => kind === 'logs')
    expect(logs).toEqual([{ kind: 'logs', labels: [...logLabels, 'filename', 'stream'] }])
  },
)

test('both agents follow all the rules, in the same order', () => {
  expect(agents.promtail).toHaveLength(podLogRules.length)
  expect(agents.alloy).toEqual(agents.promtail)
})
