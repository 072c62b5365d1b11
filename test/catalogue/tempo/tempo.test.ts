import { describe, expect, test } from 'vitest'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import type { TempoOptions } from '../../../generators/catalogue/tempo/options.ts'
import { tempo } from '../../../generators/catalogue/tempo/tempo.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { dashboard } from '../../../generators/objects/grafana/dashboard.ts'
import { prometheus as ask } from '../../../generators/objects/grafana/query.ts'
import { timeseries } from '../../../generators/objects/grafana/timeseries.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { base, watched, where } from '../where.ts'

const definition = tempo.definition as HelmDefinition<TempoOptions>
const written = where('tempo', { 'remote-write': 'http://prometheus.monitoring.svc.cluster.local:9090' })
const values = (options: TempoOptions = {}, here = where('tempo')) =>
  compact(definition.values({ ...definition.defaults, ...options }, here))

describe('by default', () => {
  test('traces are kept for a day, on a volume of the cluster’s class', () => {
    expect(values()).toMatchObject({
      tempo: { retention: '24h' },
      persistence: { enabled: true, size: '10Gi', storageClassName: 'fast' },
    })
  })

  test('its container has no right on the node, and writes to its volumes alone', () => {
    expect(at(values(), 'tempo.securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    })
    expect(at(values(), 'serviceAccount')).toEqual({ automountServiceAccountToken: false })
  })

  test('it is alive as long as it listens, ready or not', () => {
    expect(at(values(), 'tempo.livenessProbe')).toEqual({ httpGet: null, tcpSocket: { port: 3200 } })
  })

  test('it does not report home', () => {
    expect(at(values(), 'tempo.reportingEnabled')).toBe(false)
  })
})

describe('what traces tell of services', () => {
  test('is counted, on the volume, and written to the Prometheus that takes it, with the traces it stands for', () => {
    expect(at(values({}, written), 'tempo')).toMatchObject({
      metricsGenerator: {
        enabled: true,
        storage: {
          path: '/var/tempo/generator/wal',
          remote_write: [
            { url: 'http://prometheus.monitoring.svc.cluster.local:9090/api/v1/write', send_exemplars: true },
          ],
        },
        traces_storage: { path: '/var/tempo/generator/traces' },
      },
      overrides: { defaults: { metrics_generator: { processors: ['service-graphs', 'span-metrics'] } } },
    })
  })

  test('says of which cluster it is', () => {
    const dimensions = ['cluster.id', 'cluster.role']
    expect(at(values({}, written), 'tempo.metricsGenerator.processor')).toEqual({
      service_graphs: { dimensions },
      span_metrics: { dimensions },
    })
  })

  test('is not counted where nobody takes it', () => {
    expect(at(values(), 'tempo.metricsGenerator')).toEqual({ enabled: false })
    expect(values().tempo).not.toHaveProperty('overrides')
  })

  const receiving = prometheus({ receivers: { remoteWrite: true } })
  const graph = manifests({
    name: 'graph',
    objects: [],
    dashboards: [
      {
        name: 'graph',
        model: dashboard({
          uid: 'graph',
          title: 'Calls',
          tags: [],
          bands: [
            {
              height: 8,
              panels: [
                timeseries('Calls', {
                  queries: [
                    ask('prometheus')(
                      'sum by (client, server, cluster_id) (rate(traces_service_graph_request_server_seconds_count[5m]))',
                    ),
                  ],
                }),
              ],
            },
          ],
        }),
      },
    ],
  })

  test('is wired in the layer of a cluster whose Prometheus takes it, where dashboards may ask for it', () => {
    const components = [tempo(), receiving, graph]
    expect(problemsOf(fleet({ a: { components } }))).toEqual([])
    const [file] = tree(fleet({ a: { components } })).paths.filter((path) => /clusters\/a\/.*tempo\/values/.test(path))
    expect(tree(fleet({ a: { components } })).at(file!).tempo.metricsGenerator.enabled).toBe(true)
  })

  test('cannot be asked for where nobody takes it', () => {
    const [problem, ...more] = problemsOf(fleet({ a: { components: [tempo(), prometheus(), graph] } }))
    expect(problem?.[1]).toContain(
      'traces_service_graph_request_server_seconds_count, which tempo-metrics-generator offers by remote-write',
    )
    expect(more).toEqual([])
  })
})

test('its addresses are the Service that the chart makes of its name, and its Pods those that the chart labels', () => {
  const there = where('traces')
  expect(values({}, there).fullnameOverride).toBe('traces')
  expect(definition.provides?.({}, there)).toEqual(
    expect.arrayContaining([
      {
        kind: 'endpoint',
        name: 'otlp-traces',
        url: 'http://traces.monitoring.svc.cluster.local:4318',
        pods: { 'app.kubernetes.io/name': 'tempo', 'app.kubernetes.io/instance': 'traces' },
      },
      {
        kind: 'datasource',
        uid: 'tempo',
        name: 'Tempo',
        type: 'tempo',
        url: 'http://traces.monitoring.svc.cluster.local:3200',
      },
    ]),
  )
})

describe('its own metrics', () => {
  const brought = (options: TempoOptions) =>
    (definition.provides?.(options, where('tempo')) ?? []).flatMap((one) =>
      one.kind === 'metrics' ? [`${one.exporter} by ${one.through}`] : [],
    )

  test('are found by annotation, and by collectors', () => {
    expect(values().podAnnotations).toEqual({ 'prometheus.io/scrape': 'true', 'prometheus.io/port': '3200' })
    expect(values().serviceMonitor).toEqual({ enabled: false })
    expect(brought({})).toEqual([
      'tempo by annotations',
      'tempo by collector',
      'tempo-metrics-generator by remote-write',
    ])
  })

  test('are found by a monitor too, where there is an operator', () => {
    expect(values({ monitor: true }).serviceMonitor).toEqual({ enabled: true, additionalLabels: watched })
    expect(brought({ monitor: true })).toContain('tempo by monitors')
    expect(definition.requires?.({ monitor: true }, where('tempo'))).toMatchObject([
      { kind: 'endpoint', name: 'remote-write', optional: true },
      { kind: 'crd', group: 'monitoring.coreos.com' },
      { kind: 'monitor-labels' },
    ])
  })
})

test('its data is kept off nodes that are no place for it', () => {
  const here = { ...where('tempo'), nodePools: { backup: { nodes: ['worker04'], stateful: false } } }
  expect(JSON.stringify(values({}, here).affinity)).toContain('"operator":"NotIn","values":["worker04"]')
})

test.each([values(), values({ monitor: true }, written), compact(definition.values({}, base(definition)))])(
  'the chart knows every key (%#)',
  (all) => {
    expect(unknownKeys(definition.chart.keys, all)).toEqual([])
  },
)

test.each([
  [{ retention: '1d' }, 'retention', "'1d' is not a Go duration"],
  [{ size: '10GB' }, 'size', "'10GB' is not a size"],
  [{ dimensions: 'cluster.id' }, 'dimensions', "'cluster.id' is not a list"],
  [{ metricsGenerator: true }, 'metricsGenerator', "tempo has no 'metricsGenerator'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('tempo', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
