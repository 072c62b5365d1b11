import { describe, expect, test } from 'vitest'
import { collector, saidOf } from './placed.ts'
import { gatewayWith } from './sound.ts'

const sender = (endpoint: string, timeout?: string, pod = {}) => {
  const exporter = { endpoint, timeout, retry_on_failure: { max_elapsed_time: 0 } }
  const pipeline = { receivers: ['otlp'], exporters: ['otlp_grpc/hub'] }
  const config = {
    receivers: { otlp: {} },
    exporters: {
      'otlp_grpc/hub': { ...exporter, sending_queue: { storage: 'file_storage' } },
    },
    extensions: { file_storage: { directory: '/queue', create_directory: true } },
    service: { extensions: ['file_storage'], pipelines: { logs: pipeline, metrics: pipeline, traces: pipeline } },
  }
  return collector('aggregator', config, pod)
}
const gateway = collector('gateway', gatewayWith({ exporters: { prometheusremotewrite: { timeout: '15m' } } }))
const tooShort = (given: string, wait: string) => [
  [
    'collector-patient-sender',
    'clusters.edge.namespaces.monitoring.aggregator.objects.0.data.config.yaml',
    `otlp_grpc/hub gives its receiver ${given} to answer, which may take ${wait} over it, and drops what is not answered by then`,
    `set a timeout that is longer than ${wait}, such as 30m`,
  ],
]

describe('a sender waits longer than its receiver may take to answer', () => {
  test('what writes to Prometheus before it answers takes as long as that is tried', () => {
    expect(saidOf(gateway, sender('gateway.monitoring.svc.cluster.local:4317'))).toEqual(tooShort('5s', '15m'))
    expect(saidOf(gateway, sender('gateway:4317', '15m'))).toEqual(tooShort('15m', '15m'))
    expect(saidOf(gateway, sender('gateway:4317', '16m'))).toEqual([])
  })

  test('who it is may be said in the environment of the Pod', () => {
    const env = [{ name: 'HUB', value: 'gateway.monitoring.svc.cluster.local:4317' }]
    const volumeMounts = [{ name: 'queue', mountPath: '/queue' }]
    const pod = { containers: [{ name: 'otelcol', env, volumeMounts }] }
    const reference = `\${env:${'HUB'}}`
    expect(saidOf(gateway, sender(reference, '1m', pod))).toEqual(tooShort('1m', '15m'))
    expect(saidOf(gateway, sender(reference, '16m', pod))).toEqual([])
  })

  test('what stands in another cluster may be such a one', () => {
    expect(saidOf(sender('hub.example.com:4317', '30s'))).toEqual(tooShort('30s', '20m'))
    expect(saidOf(sender('hub.example.com:4317', '30m'))).toEqual([])
  })

  test('what puts a request into a queue, or is no collector, answers at once', () => {
    const traces = { receivers: ['otlp'], exporters: ['otlp/tempo'] }
    const queued = gatewayWith({
      exporters: { prometheusremotewrite: undefined },
      service: { pipelines: { metrics: { exporters: ['otlphttp/loki'] }, traces } },
    })
    const { prometheusremotewrite: _, ...exporters } = queued.exporters as Record<string, unknown>
    expect(saidOf(collector('gateway', { ...queued, exporters }), sender('gateway:4317'))).toEqual([])
    expect(saidOf(gateway, sender('tempo.tracing.svc:4317'))).toEqual([])
  })
})
