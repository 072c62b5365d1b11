import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alloyChart } from '../../generators/charts/alloy.ts'
import type { Chart } from '../../generators/charts/chart.ts'
import { ciliumChart } from '../../generators/charts/cilium.ts'
import { kubePrometheusStackChart } from '../../generators/charts/kube-prometheus-stack.ts'
import { lokiChart } from '../../generators/charts/loki.ts'
import { minioChart } from '../../generators/charts/minio.ts'
import { prometheusOperatorCrdsChart } from '../../generators/charts/prometheus-operator-crds.ts'
import { promtailChart } from '../../generators/charts/promtail.ts'
import { unknownKeys } from '../../generators/charts/unknown-keys.ts'

const folder = new URL('../../generators/charts/', import.meta.url)
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

const charts: readonly Chart[] = [
  alloyChart,
  ciliumChart,
  kubePrometheusStackChart,
  lokiChart,
  minioChart,
  prometheusOperatorCrdsChart,
  promtailChart,
]

describe.each(charts.map((chart) => [chart.name, chart] as const))('the chart %s', (name, { url, version }) => {
  test('is pinned to one version of one place', () => {
    expect(version).toMatch(/^v?\d+\.\d+\.\d+$/)
    expect(url).toMatch(
      url.startsWith('oci:') ? new RegExp(`^oci://[a-z0-9./-]+/${name}$`) : /^https:\/\/[a-z0-9./-]+[^/]$/,
    )
  })

  test('can be updated by a machine: its name, place and version stand on lines of their own', () => {
    const [, ...found] = /^ {2}name: '(.+)',\n {2}url: '(.+)',\n {2}version: '(.+)',$/m.exec(textOf(`${name}.ts`)) ?? []
    expect(found).toEqual([name, url, version])
  })
})

describe.each(readdirSync(folder).filter((file) => file.endsWith('.keys.json')))('%s', (file) => {
  test('holds names and shapes only: no default, no text of the chart', () => {
    const values = new Set<unknown>()
    JSON.parse(textOf(file), (_, value) => {
      if (typeof value !== 'object' || value === null) values.add(value)
      else if (Array.isArray(value)) values.add(value.length)
      return value
    })
    expect([...values].filter((value) => !(value === true || value === 0 || value === '' || value === null))).toEqual(
      [],
    )
  })

  test('is printed as the maintainers’ script prints it', () => {
    expect(textOf(file)).toBe(`${JSON.stringify(JSON.parse(textOf(file)), null, 2)}\n`)
  })

  test('lets every chart take `global`', () => {
    expect(JSON.parse(textOf(file))).toMatchObject({ global: {} })
  })
})

describe('what really happened to users of kube-prometheus-stack', () => {
  const findings = (values: unknown) => unknownKeys(kubePrometheusStackChart.keys, values)

  test('the scheduler’s rules were switched off by a name that is gone, and alarmed on', () => {
    expect(findings({ defaultRules: { rules: { kubeScheduler: false } } })).toEqual([
      { path: ['defaultRules', 'rules', 'kubeScheduler'], nearest: 'kubeSchedulerAlerting' },
    ])
    expect(
      findings({ defaultRules: { rules: { kubeSchedulerAlerting: false, kubeSchedulerRecording: false } } }),
    ).toEqual([])
  })

  test('Grafana’s password was set by a misspelt name, and stayed random', () => {
    expect(findings({ grafana: { adminPasword: 'x' } })).toEqual([
      { path: ['grafana', 'adminPasword'], nearest: 'adminPassword' },
    ])
  })

  test('a key that only the templates know is no mistake', () => {
    expect(
      findings({ alertmanager: { alertmanagerSpec: { useExistingSecret: true, configSecret: 'routes' } } }),
    ).toEqual([])
    expect(findings({ grafana: { persistence: { storageClassName: 'gp3' } } })).toEqual([])
  })

  test('values of the Talos platform are known', () => {
    const claim = (storage: string) => ({
      volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } } },
    })
    expect(
      findings({
        fullnameOverride: 'kube-prometheus',
        crds: { enabled: false },
        prometheus: {
          prometheusSpec: {
            retention: '2d',
            enableRemoteWriteReceiver: true,
            ruleSelectorNilUsesHelmValues: false,
            storageSpec: claim('10Gi'),
            additionalScrapeConfigs: [],
          },
          service: { type: 'NodePort', nodePort: 30900 },
          additionalServiceMonitors: [{ name: 'argocd-metrics' }],
        },
        alertmanager: { service: { nodePort: 30903 }, alertmanagerSpec: { retention: '120h', storage: claim('1Gi') } },
        grafana: {
          admin: { existingSecret: 'grafana-admin', userKey: 'admin-user', passwordKey: 'admin-password' },
          sidecar: { datasources: { initDatasources: true, restartPolicy: 'Always', startupProbe: { httpGet: {} } } },
        },
        'prometheus-node-exporter': { tolerations: [{ operator: 'Exists' }] },
        kubeEtcd: { enabled: false },
      }),
    ).toEqual([])
  })
})

test('what Loki hands on to its program is not the chart’s to know; what it reads itself is', () => {
  const loki = {
    limits_config: { retention_period: '168h' },
    storage: { bucketNames: { chunks: 'loki' }, s3: { http_config: {}, sse: {} }, bucketName: 'loki' },
  }
  expect(unknownKeys(lokiChart.keys, { loki, singleBinary: { podSecurityContext: { runAsUser: 1 } } })).toEqual([
    { path: ['loki', 'storage', 'bucketName'], nearest: 'bucketNames' },
  ])
})
