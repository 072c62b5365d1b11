import { describe, expect, test } from 'vitest'
import { lateSamples } from '../../../generators/check/collector/late-samples.ts'
import { kubePrometheusStack, manifests } from '../../../generators/fleetwright.ts'
import { saidOf } from './placed.ts'

const stack = (prometheusSpec: Readonly<Record<string, unknown>>) =>
  kubePrometheusStack({ values: { prometheus: { prometheusSpec } } })
const plain = (config: string, ...args: readonly string[]) => {
  const metadata = { name: 'prometheus' }
  const template = {
    spec: { containers: [{ name: 'prometheus', args }], volumes: [{ name: 'config', configMap: metadata }] },
  }
  return manifests({
    name: 'prometheus',
    objects: [
      { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { template } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'prometheus.yaml': config } },
    ],
  })
}
const inMonitoring = 'clusters.edge.namespaces.monitoring'

describe(lateSamples.because, () => {
  test('a chart’s Prometheus that takes remote write', () => {
    expect(saidOf(stack({ enableRemoteWriteReceiver: true }))).toEqual([
      [
        'late-samples',
        `${inMonitoring}.kube-prometheus-stack.values.prometheus.prometheusSpec.enableRemoteWriteReceiver`,
        'the Prometheus of kube-prometheus-stack takes what others send and refuses what comes late: whatever waited in a queue is lost',
        'set prometheus.prometheusSpec.tsdb.outOfOrderTimeWindow to as long as a queue may hold things back, such as 3d',
      ],
    ])
    expect(saidOf(stack({ enableRemoteWriteReceiver: true, tsdb: { outOfOrderTimeWindow: '1h' } }))).toEqual([])
    expect(saidOf(stack({}))).toEqual([])
  })

  test('a plain one that takes OTLP', () => {
    expect(saidOf(plain('storage: {}', '--web.enable-otlp-receiver'))).toEqual([
      [
        'late-samples',
        `${inMonitoring}.prometheus.objects.0`,
        'StatefulSet prometheus takes what others send and refuses what comes late: whatever waited in a queue is lost',
        'set storage.tsdb.out_of_order_time_window to as long as a queue may hold things back, such as 3d',
      ],
    ])
    const window = 'storage: { tsdb: { out_of_order_time_window: 1h } }'
    expect(saidOf(plain(window, '--web.enable-otlp-receiver'))).toEqual([])
    const spoken = '# out_of_order_time_window: 1h\nstorage: {}'
    expect(saidOf(plain(spoken, '--web.enable-otlp-receiver'))).toHaveLength(1)
    expect(saidOf(plain('storage: {}', '--web.enable-lifecycle'))).toEqual([])
  })
})
