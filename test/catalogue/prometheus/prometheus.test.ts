import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { alertmanager } from '../../../generators/catalogue/alertmanager/alertmanager.ts'
import type { PrometheusOptions } from '../../../generators/catalogue/prometheus/options.ts'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { ClusterIdentity } from '../../../generators/fleet/component.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import { at } from '../../../generators/plan/values.ts'
import { fleet } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const config = (options?: PrometheusOptions) => parse(made(prometheus, options).files()['prometheus.yml']!)
const hash = (options?: PrometheusOptions) =>
  at(made(prometheus, options).object('StatefulSet'), 'spec.template.metadata.annotations')

describe('by default', () => {
  test('samples are kept for 15 days on a volume of the cluster’s class', () => {
    expect(config()).toEqual({
      global: { scrape_interval: '30s', evaluation_interval: '30s' },
      storage: { tsdb: { retention: { time: '15d' } } },
      scrape_config_files: ['jobs.yml'],
    })
    expect(at(made(prometheus).object('StatefulSet'), 'spec.volumeClaimTemplates')).toEqual([
      {
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'fast',
          resources: { requests: { storage: '20Gi' } },
        },
      },
    ])
  })

  test('it takes nothing that is sent', () => {
    expect(made(prometheus).container('StatefulSet').args).toEqual([
      '--config.file=/etc/prometheus/prometheus.yml',
      '--storage.tsdb.path=/prometheus',
      '--web.listen-address=:9090',
      '--enable-feature=auto-reload-config',
    ])
    expect(
      made(prometheus)
        .brings('endpoint')
        .map(({ name }) => name),
    ).toEqual(['prometheus'])
  })

  test('it may find targets and ask kubelets and the API server for metrics, and no more', () => {
    expect(made(prometheus).object('ClusterRole').rules).toEqual([
      { apiGroups: [''], resources: ['nodes', 'pods', 'services'], verbs: ['list', 'watch'] },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
      { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
      { nonResourceURLs: ['/metrics'], verbs: ['get'] },
    ])
  })
})

test('a change of the configuration, and nothing else, starts the Pod anew', () => {
  expect(hash()).toEqual({ 'fleetwright.dev/config-hash': expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(hash({ retention: '2d' })).not.toEqual(hash())
  expect(hash({ rules: { up: [{ record: 'job:up:sum', expr: 'sum by (job) (up)' }] } })).not.toEqual(hash())
  expect(hash({ size: '50Gi' })).toEqual(hash())
})

test.each<[string, PrometheusOptions, Record<string, unknown>]>([
  ['retention', { retention: '2d' }, { 'storage.tsdb.retention.time': '2d' }],
  ['interval', { scrapeInterval: '15s' }, { 'global.scrape_interval': '15s', 'global.evaluation_interval': '15s' }],
  ['rules', { rules: {} }, { rule_files: ['rules.yml'] }],
  [
    'late samples, where nobody sends any',
    { receivers: { outOfOrder: '2h' } },
    { 'storage.tsdb.out_of_order_time_window': undefined },
  ],
  ['late samples', { receivers: { remoteWrite: true } }, { 'storage.tsdb.out_of_order_time_window': '3d' }],
  [
    'attributes of OTLP',
    { receivers: { otlp: true, promote: ['cluster.id'], outOfOrder: '2h' } },
    { 'otlp.promote_resource_attributes': ['cluster.id'], 'storage.tsdb.out_of_order_time_window': '2h' },
  ],
])('%s: %j', (_, options, expected) => {
  const told = config(options)
  expect(Object.fromEntries(Object.keys(expected).map((path) => [path, at(told, path)]))).toEqual(expected)
})

test('rules stand in a file of their own', () => {
  const rule = { alert: 'Down', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } } as const
  expect(parse(made(prometheus, { rules: { targets: [rule] } }).files()['rules.yml']!)).toEqual({
    groups: [{ name: 'targets', rules: [rule] }],
  })
})

test('the ways in are opened one by one', () => {
  const flags = (receivers: PrometheusOptions['receivers']) =>
    (made(prometheus, { receivers }).container('StatefulSet').args as readonly string[]).slice(4)

  expect(flags({})).toEqual([])
  expect(flags({ remoteWrite: true })).toContain('--web.enable-remote-write-receiver')
  expect(flags({ remoteWrite: true })).not.toContain('--web.enable-otlp-receiver')
  expect(flags({ otlp: true })).toContain('--web.enable-otlp-receiver')
  expect(flags({ otlp: true })).not.toContain('--web.enable-remote-write-receiver')
  expect(made(prometheus, { receivers: { remoteWrite: true } }).brings('endpoint')).toMatchObject([
    { name: 'prometheus' },
    { name: 'remote-write', url: 'http://prometheus.monitoring.svc.cluster.local:9090' },
  ])
})

test('what is sent keeps the traces that its samples stand for, and what is scraped has none', () => {
  const args = (options?: PrometheusOptions) => made(prometheus, options).container('StatefulSet').args
  expect(args({ receivers: { otlp: true } })).toContain('--enable-feature=exemplar-storage')
  expect(args()).not.toContain('--enable-feature=exemplar-storage')
})

test('series that others write are there where it takes them', () => {
  const written = { kind: 'scrapes', through: 'remote-write', labels: [] }
  expect(made(prometheus, { receivers: { remoteWrite: true } }).brings('scrapes')).toContainEqual(written)
  expect(made(prometheus).brings('scrapes')).not.toContainEqual(written)
})

describe('at a hub', () => {
  const standing = (cluster: ClusterIdentity, options: PrometheusOptions = { receivers: { otlp: true } }) =>
    made(prometheus, options, { ...where('prometheus'), cluster })
  const hub = standing({ id: 'hub', role: 'hub' })

  test('it takes what is sent, and looks for nothing: that would not say which cluster it is of', () => {
    expect(Object.keys(hub.files())).toEqual(['prometheus.yml', 'edges.yml'])
    expect(parse(hub.files()['prometheus.yml']!)).not.toHaveProperty('scrape_config_files')
    expect(hub.brings('scrapes')).toEqual([])
  })

  test('it knows every edge of the fleet, also one that never sent anything', () => {
    const edges = (...ids: readonly string[]) => standing({ id: 'hub', role: 'hub', edges: ids }).files()
    const told = edges('edge-1', 'edge-2')
    expect(parse(told['edges.yml']!).groups[0].rules).toEqual([
      { record: 'fleet:edge:info', expr: 'vector(1)', labels: { cluster_id: 'edge-1', cluster_role: 'edge' } },
      { record: 'fleet:edge:info', expr: 'vector(1)', labels: { cluster_id: 'edge-2', cluster_role: 'edge' } },
    ])
    expect(parse(told['prometheus.yml']!).rule_files).toEqual(['edges.yml'])
    expect(told['prometheus.yml']).toEqual(edges('edge-1')['prometheus.yml'])
    expect(standing({ id: 'edge-1', role: 'edge' }).files()).not.toHaveProperty(['edges.yml'])
  })

  test('a new edge replaces no Pod: what changes is read again', () => {
    const at = (...edges: readonly string[]) => standing({ id: 'hub', role: 'hub', edges })
    expect(at('edge-1', 'edge-2').object('StatefulSet')).toEqual(at('edge-1').object('StatefulSet'))
    expect(at('edge-1').container('StatefulSet').args).toContain('--enable-feature=auto-reload-config')
    // What may count from the next start only does replace it.
    const longer = standing({ id: 'hub', role: 'hub' }, { receivers: { otlp: true }, retention: '90d' })
    expect(longer.object('StatefulSet')).not.toEqual(hub.object('StatefulSet'))
  })

  test('it may then ask the API server for nothing', () => {
    expect(hub.objects.map(({ kind }) => kind)).toEqual(['ConfigMap', 'Service', 'StatefulSet'])
    expect(hub.object('StatefulSet').spec).toMatchObject({
      template: { spec: { automountServiceAccountToken: false } },
    })
  })

  test('its own metrics are for a collector to scrape', () => {
    const target = 'prometheus.monitoring.svc.cluster.local:9090'
    expect(hub.brings('metrics')).toEqual([{ kind: 'metrics', exporter: 'prometheus', through: 'collector', target }])
  })

  test('it scrapes where it is told to, and elsewhere unless it is told not to', () => {
    expect(standing({ id: 'hub', role: 'hub' }, { scrape: true }).files()).toHaveProperty(['jobs.yml'])
    expect(standing({ id: 'a' }).files()).toHaveProperty(['jobs.yml'])
    expect(standing({ id: 'a' }, { scrape: false }).files()).not.toHaveProperty(['jobs.yml'])
  })
})

describe('alerts', () => {
  const url = 'http://alertmanager.monitoring.svc.cluster.local:9093'

  test('go to the Alertmanager of the cluster', () => {
    const { files } = made(prometheus, {}, where('prometheus', { alertmanager: url }))
    expect(parse(files()['prometheus.yml']!).alerting).toEqual({
      alertmanagers: [{ static_configs: [{ targets: ['alertmanager.monitoring.svc.cluster.local:9093'] }] }],
    })
  })

  test('go nowhere where there is none, which is nobody’s mistake', () => {
    expect(config()).not.toHaveProperty('alerting')
    expect(made(prometheus).requires).toEqual([{ kind: 'endpoint', name: 'alertmanager', optional: true }])
  })

  test('are wired in the layer of a cluster that has one', () => {
    const rendered = tree(
      fleet({
        a: { components: [prometheus(), alertmanager()], settings: { secrets: { 'alertmanager-config': existing() } } },
        b: { components: [prometheus()] },
      }),
    )
    expect(rendered.problems).toEqual([])
    const overlay = (cluster: string) => `apps/clusters/${cluster}/monitoring/prometheus/kustomization.yaml`
    expect(rendered.text(overlay('a'))).toContain('- alertmanager.monitoring.svc.cluster.local:9093')
    expect(rendered.paths).not.toContain(overlay('b'))
  })
})

test('its data is kept off nodes that are no place for it', () => {
  const here = { ...where('prometheus'), nodePools: { backup: { nodes: ['worker04'], stateful: false } } }
  expect(JSON.stringify(at(made(prometheus, {}, here).object('StatefulSet'), 'spec.template.spec.affinity'))).toContain(
    '{"key":"kubernetes.io/hostname","operator":"NotIn","values":["worker04"]}',
  )
})

test.each([
  [{ retention: '10 days' }, 'retention', "'10 days' is not a duration"],
  [{ version: 'latest' }, 'version', "'latest' is not an exact version"],
  [{ receivers: { otpl: true } }, 'receivers.otpl', "receivers has no 'otpl'"],
  [{ rules: { a: [{ alert: 'Down' }] } }, 'rules.a.0', "a rule lacks 'expr'"],
  [{ retention_: '1d' }, 'retention_', "prometheus has no 'retention_'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('prometheus', prometheus.definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
