import { describe, expect, test } from 'vitest'
import { keptByHelm } from '../../../generators/objects/kubernetes/keep.ts'
import { at } from '../../../generators/plan/values.ts'
import { finding, provided, required, said, stackValues } from './stack.ts'

describe('Grafana keeps', () => {
  test('nothing by default, so that its Pod may stand anywhere', () => {
    expect(at(stackValues({}, { storageClass: 'gp3' }), 'grafana.persistence')).toEqual({ enabled: false })
  })

  test('what people make in it on a volume, when it is given a size', () => {
    expect(said({ grafana: { size: '5Gi' } }).grafana).toEqual({
      persistence: { enabled: true, size: '5Gi', annotations: keptByHelm },
      deploymentStrategy: { type: 'Recreate' },
      initChownData: { enabled: false },
    })
  })
})

test('a load balancer gives Grafana a fixed address, whatever port an environment gives it', () => {
  expect(said({ grafana: { loadBalancer: { address: '10.1.5.185' } } })).toEqual({
    grafana: { service: { type: 'LoadBalancer', loadBalancerIP: '10.1.5.185' } },
  })
  expect(
    at(stackValues({ grafana: { nodePort: 30300, loadBalancer: { address: '10.1.5.185' } } }), 'grafana.service'),
  ).toEqual({ type: 'LoadBalancer', loadBalancerIP: '10.1.5.185' })
})

describe('an Ingress', () => {
  const ingress = { host: 'grafana.example.com', className: 'nginx', tlsSecret: 'certificate' }

  test('always speaks TLS, and Grafana knows its own address', () => {
    expect(said({ grafana: { ingress } }).grafana).toEqual({
      ingress: {
        enabled: true,
        ingressClassName: 'nginx',
        hosts: ['grafana.example.com'],
        tls: [{ secretName: 'certificate', hosts: ['grafana.example.com'] }],
      },
      'grafana.ini': { server: { root_url: 'https://grafana.example.com' } },
    })
  })

  test('needs its certificate in a Secret, by default grafana-tls', () => {
    const secrets = (options: Parameters<typeof required>[0]) =>
      required(options).flatMap((one) => (one.kind === 'secret' ? [`${one.name}: ${one.keys.join(', ')}`] : []))

    expect(secrets({})).toEqual(['alertmanager-config: alertmanager.yaml', 'grafana-admin: admin-user, admin-password'])
    expect(secrets({ grafana: { ingress } })).toContain('certificate: tls.crt, tls.key')
    expect(secrets({ grafana: { ingress: { host: 'grafana.example.com' } } })).toContain(
      'grafana-tls: tls.crt, tls.key',
    )
  })

  test('without a host is none', () => {
    expect(said({ grafana: { ingress: { className: 'nginx' } } })).toEqual({})
  })
})

describe('datasources', () => {
  const loki = { kind: 'datasource', uid: 'loki', name: 'Loki', type: 'loki', url: 'http://loki:3100' } as const

  test('of other components are added, and none of them is the default', () => {
    expect(said({}, finding('datasource', loki))).toEqual({
      grafana: {
        additionalDataSources: [
          { name: 'Loki', uid: 'loki', type: 'loki', url: 'http://loki:3100', access: 'proxy', isDefault: false },
        ],
      },
    })
  })

  test('of the chart take over how often Prometheus scrapes: the chart reads it there, unless it is told another', () => {
    const values = stackValues({ scrapeInterval: '1m' })
    expect(at(values, 'prometheus.prometheusSpec.scrapeInterval')).toBe('1m')
    expect(at(values, 'grafana.sidecar.datasources')).not.toHaveProperty('defaultDatasourceScrapeInterval')
    // Beside a Grafana of another component, which does not read the chart's values.
    expect(provided({ scrapeInterval: '1m' })).toContainEqual(
      expect.objectContaining({ kind: 'datasource', type: 'prometheus', interval: '1m' }),
    )
  })

  test('are linked to those of the chart, and those of the chart to them', () => {
    const tempo = { kind: 'datasource', uid: 'tempo', name: 'Tempo', type: 'tempo', url: 'http://tempo:3200' } as const
    const { grafana } = said({}, finding('datasource', tempo)) as { grafana: unknown }

    expect(at(grafana, 'additionalDataSources')).toMatchObject([
      { uid: 'tempo', jsonData: { nodeGraph: { enabled: true }, serviceMap: { datasourceUid: 'prometheus' } } },
    ])
    expect(at(grafana, 'sidecar.datasources')).toEqual({
      exemplarTraceIdDestinations: { datasourceUid: 'tempo', traceIdLabelName: 'trace_id', urlDisplayLabel: 'Tempo' },
    })
  })

  test('that are none leave no empty list behind', () => {
    expect(said({}, finding('datasource'))).toEqual({})
  })

  test('of the chart have fixed UIDs, Prometheus is the default, and the sidecar writes them before Grafana starts', () => {
    expect(at(stackValues(), 'grafana.sidecar.datasources')).toEqual({
      uid: 'prometheus',
      isDefaultDatasource: true,
      alertmanager: { uid: 'alertmanager' },
      resource: 'configmap',
      initDatasources: true,
      restartPolicy: 'Always',
      startupProbe: { httpGet: { path: '/healthz', port: 8082 } },
    })
  })
})

test('dashboards are found by the label that ours carry, in every namespace', () => {
  const { label, labelValue, searchNamespace } = at(stackValues(), 'grafana.sidecar.dashboards') as Record<
    string,
    string
  >
  expect({ [label!]: labelValue }).toEqual({ grafana_dashboard: '1' })
  expect(searchNamespace).toBe('ALL')
})

test('Grafana neither reports home nor looks for updates', () => {
  expect(at(stackValues(), 'grafana')).toMatchObject({
    'grafana.ini': {
      analytics: { check_for_updates: false, check_for_plugin_updates: false, reporting_enabled: false },
    },
  })
})
