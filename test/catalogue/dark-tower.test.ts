import { describe, expect, test } from 'vitest'
import type { PrometheusOptions } from '../../generators/catalogue/prometheus/options.ts'
import { manifests } from '../../generators/fleet/application.ts'
import { dashboard } from '../../generators/objects/grafana/dashboard.ts'
import { type Loki, loki, type Prometheus, prometheus } from '../../generators/objects/grafana/query.ts'
import { timeseries } from '../../generators/objects/grafana/timeseries.ts'
import { at } from '../../generators/plan/values.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { darkTower } from './dark-tower.ts'

const rendered = tree(darkTower())

test('a cluster that is watched by plain objects has no problems', () => {
  expect(problemsOf(darkTower())).toEqual([])
})

test('the agent waits for Loki; nobody waits for definitions of an operator', () => {
  const waits = (name: string) => at(rendered.at(`clusters/dark-tower/observability/${name}.yaml`), 'spec.dependsOn')
  expect(waits('alloy-agent')).toEqual([{ name: expect.stringContaining('loki-single') }])
  expect(waits('grafana')).toBeUndefined()
  expect(rendered.paths.filter((path) => path.includes('crds'))).toEqual([])
})

describe('layers', () => {
  test('the base holds what all clusters share, under its usual names', () => {
    expect(rendered.at('apps/base/observability/prometheus/configmap.yaml').data['prometheus.yml']).toContain('15d')
    expect(rendered.text('apps/base/observability/alloy-agent/configmap.yaml')).toContain(
      'http://loki-single.observability.svc.cluster.local:3100/loki/api/v1/push',
    )
  })

  test('the cluster’s retention changes what it is about, and not the jobs', () => {
    const overlay = rendered.text('apps/clusters/dark-tower/observability/prometheus/kustomization.yaml')
    expect(overlay).toContain('time: 2d')
    expect(overlay).toContain('fleetwright.dev~1config-hash')
    expect(overlay).not.toContain('job_name')
  })

  test('Grafana is given the datasources that this cluster has', () => {
    const overlay = rendered.text('apps/clusters/dark-tower/observability/grafana/kustomization.yaml')
    expect(overlay).toContain('url: http://prometheus.observability.svc.cluster.local:9090')
    expect(overlay).toContain('url: http://loki-single.observability.svc.cluster.local:3100')
  })

  test.each<[PrometheusOptions, string]>([
    [{}, '30s'],
    [{ scrapeInterval: '1m' }, '1m'],
  ])('where Prometheus is told %j, Grafana draws rates over samples that are %s apart', (told, interval) => {
    const overlay = tree(darkTower([], {}, told)).text(
      'apps/clusters/dark-tower/observability/grafana/kustomization.yaml',
    )
    expect(overlay).toContain(`timeInterval: ${interval}`)
  })

  test('a component that the cluster has nothing to say about stands in the base alone', () => {
    expect(rendered.paths.filter((path) => path.includes('node-exporter'))).toEqual([
      'apps/base/observability/node-exporter/kustomization.yaml',
      'apps/base/observability/node-exporter/service.yaml',
      'apps/base/observability/node-exporter/daemonset.yaml',
      'clusters/dark-tower/observability/node-exporter.yaml',
    ])
  })
})

describe('dashboards that were written for another platform are refused', () => {
  /** As Docker and its log driver name containers, beside the query that was meant. */
  const copied = (ask: Loki | Prometheus, expr: string) =>
    manifests({
      name: 'copied',
      objects: [],
      dashboards: [
        {
          name: 'copied',
          model: dashboard({
            uid: 'copied',
            title: 'Copied',
            tags: [],
            bands: [{ height: 8, panels: [timeseries('Load', { queries: [ask(expr)] })] }],
          }),
        },
      ],
    })

  test.each([
    [
      'sum by (container_name) (rate(container_cpu_usage_seconds_total[5m]))',
      prometheus('prometheus'),
      'asks for container_cpu_usage_seconds_total with container_name in by, which it does not have',
    ],
    [
      'rate(container_cpu_usage_seconds_total{container_label_com_docker_compose_service="ac-service"}[5m])',
      prometheus('prometheus'),
      'by its label container_label_com_docker_compose_service, which it does not have',
    ],
    [
      '{container_name="dark_tower_ac-service"}',
      loki('loki'),
      'asks for log lines by the label container_name, which no line in dark-tower has',
    ],
    ['up', prometheus('docker'), 'asks the datasource docker, which does not exist in dark-tower'],
    ['windows_cpu_time_total', prometheus('prometheus'), 'which nothing in dark-tower exports'],
  ] as const)('%s', (expr, ask, reason) => {
    const problems = problemsOf(darkTower([copied(ask, expr)])).map((one) => one.join(' '))
    expect(problems).toEqual([expect.stringContaining('panel "Load" of the dashboard Copied')])
    expect(problems[0]).toContain(reason)
  })

  test('the same in the words of Kubernetes is not', () => {
    const queries = [
      copied(
        prometheus('prometheus'),
        'sum by (container) (rate(container_cpu_usage_seconds_total{container="ac-service"}[5m]))',
      ),
      copied(loki('loki'), 'sum by (container) (count_over_time({container="ac-service"}[5m]))'),
    ]
    for (const right of queries) expect(problemsOf(darkTower([right]))).toEqual([])
  })
})

describe('rules of Prometheus itself', () => {
  const ruled = (expr: string) =>
    problemsOf(darkTower([], {}, { rules: { services: [{ alert: 'Restarting', expr, for: '5m' }] } })).map((one) =>
      one.join(' '),
    )

  test('ask for what there is', () => {
    expect(ruled('increase(kube_pod_container_status_restarts_total{namespace="dark-tower"}[1h]) > 3')).toEqual([])
  })

  test('are held to it like those of an operator', () => {
    const [problem, ...more] = ruled('increase(kube_pod_container_status_restart_total[1h]) > 3')
    expect(problem).toContain(
      'alert Restarting of rules.yml of ConfigMap prometheus asks for kube_pod_container_status_restart_total',
    )
    expect(problem).toContain('write kube_pod_container_status_restarts_total')
    expect(more).toEqual([])
  })
})

test('what keeps data is kept off nodes that are no place for it', () => {
  const backup = { nodes: ['worker04'], stateful: false }
  const apart = tree(darkTower([], { nodePools: { backup } }))
  for (const name of ['prometheus', 'loki-single']) {
    expect(apart.text(`apps/clusters/dark-tower/observability/${name}/kustomization.yaml`)).toContain('worker04')
  }
})
