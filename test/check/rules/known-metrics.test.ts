import { describe, expect, test } from 'vitest'
import type { KubePrometheusStackOptions } from '../../../generators/catalogue/kube-prometheus-stack/options.ts'
import type { Collector } from '../../../generators/catalogue/kube-state-metrics/collectors.ts'
import { knownMetrics } from '../../../generators/check/rules/known-metrics.ts'
import {
  grafana,
  kubePrometheusStack,
  kubeStateMetrics,
  manifests,
  prometheus,
  prometheusOperatorCrds,
} from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { answering, dashboard, panelAt, panels, ruleAt, rules } from './asking.ts'
import { home, homelab, wrong } from './platform.ts'

const whoAsks = 'panel "A" of the dashboard Web asks for'
const asks = (...queries: readonly string[]) => problemsOf(homelab([...answering, dashboard(panels(...queries))]))

describe(knownMetrics.because, () => {
  test('a metric of an exporter that is not there names the exporter, and who brings it', () => {
    expect(asks('sum(hubble_flows_processed_total)')).toEqual([
      [
        panelAt(0),
        `${whoAsks} hubble_flows_processed_total, which nothing in homelab exports`,
        'add hubble, which cilium() brings',
      ],
    ])
  })

  test('a name that is nearly right names the right one', () => {
    expect(asks('node_cpu_second_total')).toEqual([
      [
        panelAt(0),
        `${whoAsks} node_cpu_second_total, which nothing in homelab exports`,
        'write node_cpu_seconds_total',
      ],
    ])
  })

  test('a histogram is asked for by its buckets, not by its name', () => {
    expect(asks('rate(prometheus_http_request_duration_seconds[5m])')).toEqual([
      [
        panelAt(0),
        `${whoAsks} prometheus_http_request_duration_seconds, which nothing in homelab exports`,
        'write prometheus_http_request_duration_seconds_sum',
      ],
    ])
  })

  test('a metric that nobody knows can be provided by whoever exports it', () => {
    const reason = `${whoAsks} web_requests_total, which nothing in homelab exports`
    const fix =
      "correct it, or let the component that exports it provide { kind: 'metrics' } with web_requests_total among its families"
    expect(asks('web_requests_total')).toEqual([[panelAt(0), reason, fix]])
    const exporter = manifests({
      name: 'exporter',
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'exporter' } }],
      provides: () => [
        { kind: 'metrics', exporter: 'web', through: 'monitors', families: { web_requests_total: ['code'] } },
      ],
    })
    expect(problemsOf(homelab([...answering, exporter, dashboard(panels('web_requests_total'))]))).toEqual([])
  })

  test('a metric that somebody offers, and nobody scrapes', () => {
    const offer = manifests({
      name: 'offer',
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'offer' } }],
      provides: () => [{ kind: 'metrics', exporter: 'hubble', through: 'annotations' }],
    })
    expect(problemsOf(homelab([...answering, offer, dashboard(panels('hubble_flows_processed_total'))]))).toEqual([
      [
        panelAt(0),
        `${whoAsks} hubble_flows_processed_total, which hubble offers by annotations, and nothing in homelab scrapes that`,
        'add a Prometheus that scrapes by annotations',
      ],
    ])
  })

  test('a counter by the name that its exporter has for it, where a collector scrapes it and gives it another', () => {
    const collected = manifests({
      name: 'collected',
      objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'collected' } }],
      provides: () => [
        { kind: 'metrics', exporter: 'dcgm-exporter', through: 'collector' },
        { kind: 'scrapes', through: 'collector', labels: ['instance', 'job'] },
      ],
    })
    const energy = 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION'
    expect(problemsOf(homelab([...answering, collected, dashboard(panels(`${energy}_total`, energy))]))).toEqual([
      [
        panelAt(1),
        `panel "B" of the dashboard Web asks for ${energy}, which arrives in homelab as ${energy}_total: a collector has scraped it`,
        `write ${energy}_total`,
      ],
    ])
  })

  test('a metric that the chart of the stack drops, unless it is told what to drop', () => {
    const asking = dashboard(panels('container_memory_swap', 'container_spec_cpu_quota', 'container_memory_rss'))
    const dropped = (name: string) => `asks for ${name}, which cadvisor has, and which is dropped before it is stored`
    const stack = (options: KubePrometheusStackOptions = {}) => [kubePrometheusStack(options), asking]
    expect(problemsOf(homelab(stack())).map(([, reason]) => reason)).toEqual([
      `panel "A" of the dashboard Web ${dropped('container_memory_swap')}`,
      `panel "B" of the dashboard Web ${dropped('container_spec_cpu_quota')}`,
    ])
    const values = { kubelet: { serviceMonitor: { cAdvisorMetricRelabelings: [] } } }
    expect(problemsOf(homelab(stack({ values })))).toEqual([])
  })

  test('a metric of a kind that kube-state-metrics is not told to collect', () => {
    const asking = dashboard(panels('kube_pod_info', 'kube_secret_info', 'kube_poddisruptionbudget_created'))
    const told = (collectors?: readonly Collector[]) =>
      problemsOf(homelab([prometheus(), grafana(), kubeStateMetrics(collectors && { collectors }), asking])).map(
        ([, reason]) => /asks for (\w+), which kube-state-metrics has, and which is dropped/.exec(reason)?.[1],
      )
    expect(told()).toEqual(['kube_secret_info'])
    expect(told(['pods'])).toEqual(['kube_secret_info', 'kube_poddisruptionbudget_created'])
    expect(told(['secrets', 'poddisruptionbudgets'])).toEqual(['kube_pod_info'])
  })

  test('a metric that is off by default', () => {
    expect(asks('node_systemd_unit_state')).toEqual([
      [
        panelAt(0),
        `${whoAsks} node_systemd_unit_state, which node-exporter does not export unless it is told to`,
        "switch it on there, and let the component provide { kind: 'metrics' } with node_systemd_unit_state among its families",
      ],
    ])
  })

  test('a list that may lack names is trusted with all but slips of the pen', () => {
    expect(asks('loki_something_that_is_new_total')).toEqual([])
    expect(asks('loki_build_infos').map(([, reason]) => reason)).toEqual([
      `${whoAsks} loki_build_infos, which nothing in homelab exports`,
    ])
  })

  test('one metric is told once a dashboard, where it is met first', () => {
    expect(asks('up', 'nothing_like_it + nothing_like_it', 'nothing_like_it').map(([place]) => place)).toEqual([
      panelAt(1),
    ])
  })

  test('series that rules record can be asked for, by name and by a choice of names', () => {
    const record = { record: 'pod:up:sum', expr: 'sum by (pod) (up)' }
    const alerts = [
      { alert: 'A', expr: 'pod:up:sum < 1' },
      { alert: 'B', expr: '{__name__=~"pod:up:sum|pod:up:max"} < 1' },
      { alert: 'C', expr: 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m > 1' },
      { alert: 'D', expr: 'pod:up:min < 1' },
    ]
    expect(problemsOf(homelab([...answering, rules(record, ...alerts)]))).toEqual([
      [
        ruleAt(4),
        'alert D of PrometheusRule web asks for pod:up:min, which nothing in homelab exports',
        'write pod:up:sum',
      ],
    ])
  })

  test('a dashboard that clusters share is judged by what each of them has', () => {
    const secrets = wrong({ 'grafana-admin': { from: 'existing' }, 'alertmanager-config': { from: 'existing' } })
    const shared = [prometheusOperatorCrds(), kubePrometheusStack(), dashboard(panels('etcd_server_has_leader'))]
    const clusters = {
      one: { settings: { secrets }, components: shared, distribution: 'kubeadm', exposes: ['etcd'] },
      two: { settings: { secrets }, components: shared },
      three: { settings: { secrets }, components: shared },
    } as const
    expect(problemsOf(fleet(clusters)).map(([, reason]) => reason)).toEqual([
      `${whoAsks} etcd_server_has_leader, which nothing in two exports`,
    ])
  })

  test('where nothing scrapes, nothing is known', () => {
    const bare = fleet({
      bare: { components: [rules({ alert: 'A', expr: 'whatever > 1' })], crds: ['monitoring.coreos.com'] },
    })
    expect(problemsOf(bare)).toEqual([])
  })
})

test('a dashboard in a ConfigMap is read as well', () => {
  const map = manifests({
    name: 'web',
    objects: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'web', labels: { grafana_dashboard: '1' } },
        data: { 'web.json': JSON.stringify({ title: 'Web', ...panels('hubble_drop_total') }), 'other.json': '{' },
      },
    ],
  })
  expect(problemsOf(homelab([...answering, map]))).toEqual([
    [
      `${home}.web.objects.0.data.web.json`,
      `${whoAsks} hubble_drop_total, which nothing in homelab exports`,
      'add hubble, which cilium() brings',
    ],
  ])
})
