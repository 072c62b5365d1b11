import { describe, expect, test } from 'vitest'
import type { ExporterFile } from '../../generators/metrics/exporter-file.ts'
import { exportersOf, loadExporters, metricsFolder } from '../../generators/metrics/exporters.ts'

const file: ExporterFile = {
  complete: false,
  prefixes: ['web_'],
  metrics: {
    web_up: 'gauge',
    web_info: 'gauge version ?',
    web_requests_total: 'counter code method',
    web_duration_seconds: 'histogram code',
    web_gc_seconds: 'summary',
    web_odd: 'unknown ?',
  },
  optional: { web_debug_total: 'counter kind' },
}
const web = exportersOf(['web'], () => file).find('web')

test.each([
  ['web_up', { labels: [] }],
  ['web_info', {}],
  ['web_requests_total', { labels: ['code', 'method'], counter: true }],
  ['web_duration_seconds', undefined],
  ['web_duration_seconds_bucket', { labels: ['code', 'le'] }],
  ['web_duration_seconds_sum', { labels: ['code'] }],
  ['web_gc_seconds', { labels: ['quantile'] }],
  ['web_gc_seconds_count', { labels: [] }],
  ['web_gc_seconds_bucket', undefined],
  ['web_up_count', undefined],
  ['web_odd_bucket', {}],
  ['web_debug_total', { labels: ['kind'], counter: true, optional: true }],
  ['constructor', undefined],
])('%s', (series, expected) => expect(web?.find(series)).toEqual(expected))

test('the names of a histogram and a summary are those of their series', () => {
  expect(web?.names().filter((name) => /duration|gc/.test(name))).toEqual([
    ...['web_duration_seconds_bucket', 'web_duration_seconds_count', 'web_duration_seconds_sum'],
    ...['web_gc_seconds', 'web_gc_seconds_count', 'web_gc_seconds_sum'],
  ])
})

test('a file is read once, when its exporter is asked for', () => {
  const read: string[] = []
  const exporters = exportersOf(['b', 'a'], (name) => {
    read.push(name)
    return file
  })
  expect([exporters.names, read]).toEqual([['a', 'b'], []])
  exporters.find('a')
  exporters.find('a')
  expect(exporters.find('c')).toBeUndefined()
  expect(read).toEqual(['a'])
})

describe('the exporters that come with the package', () => {
  const exporters = loadExporters(metricsFolder)
  test.each([
    ['common', 'up', ['instance', 'job']],
    ['kube-state-metrics', 'kube_pod_container_status_restarts_total', ['container', 'namespace', 'pod', 'uid']],
    ['node-exporter', 'node_cpu_seconds_total', ['cpu', 'mode']],
    ['cadvisor', 'container_cpu_usage_seconds_total', ['container', 'cpu', 'id', 'image', 'name', 'namespace', 'pod']],
    ['kubelet', 'kubelet_http_requests_total', ['long_running', 'method', 'path', 'server_type']],
    [
      'kube-prometheus-stack-rules',
      'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m',
      undefined,
    ],
  ])('%s has %s', (exporter, series, labels) => {
    const found = exporters.find(exporter)?.find(series)
    expect(found).toBeDefined()
    if (labels !== undefined) expect([...(found?.labels ?? [])].sort()).toEqual(labels)
  })

  test('leave out what nobody switched on, and what no release has any more', () => {
    expect(exporters.find('node-exporter')?.find('node_systemd_unit_state')).toMatchObject({ optional: true })
    expect(exporters.find('flux')?.find('gotk_reconcile_condition')).toBeUndefined()
  })

  test('say what a series is recorded from', () => {
    expect(exporters.find('kube-prometheus-stack-rules')?.recordedFrom?.('cluster:node_cpu:ratio_rate5m')).toEqual([
      'node:node_cpu_utilization:ratio_rate5m',
    ])
  })

  test('stay small enough to be read by the way', () => {
    const series = exporters.names.flatMap((name) => exporters.find(name)?.names() ?? [])
    expect(series.length).toBeGreaterThan(4_000)
  })
})
