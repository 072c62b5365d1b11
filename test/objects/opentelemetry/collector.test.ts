import { describe, expect, test } from 'vitest'
import { collectorConfig } from '../../../generators/objects/opentelemetry/collector.ts'
import { routingConnector } from '../../../generators/objects/opentelemetry/connectors/routing.ts'
import { spanMetricsConnector } from '../../../generators/objects/opentelemetry/connectors/span-metrics.ts'
import { debugExporter } from '../../../generators/objects/opentelemetry/exporters/debug.ts'
import { otlpGrpcExporter } from '../../../generators/objects/opentelemetry/exporters/otlp-grpc.ts'
import { prometheusRemoteWriteExporter } from '../../../generators/objects/opentelemetry/exporters/prometheus-remote-write.ts'
import { splunkHecExporter } from '../../../generators/objects/opentelemetry/exporters/splunk-hec.ts'
import { fileStorage } from '../../../generators/objects/opentelemetry/extensions/file-storage.ts'
import { healthCheck } from '../../../generators/objects/opentelemetry/extensions/health-check.ts'
import { memoryLimiterProcessor } from '../../../generators/objects/opentelemetry/processors/memory-limiter.ts'
import { fileLogReceiver } from '../../../generators/objects/opentelemetry/receivers/file-log.ts'
import { kubeletStatsReceiver } from '../../../generators/objects/opentelemetry/receivers/kubelet-stats.ts'
import { otlpReceiver } from '../../../generators/objects/opentelemetry/receivers/otlp.ts'
import { plainText } from '../../../generators/objects/opentelemetry/tls.ts'

const otlp = otlpReceiver({ grpc: {} })
const tempo = otlpGrpcExporter({ endpoint: 'tempo:4317', tls: plainText })

describe('a configuration', () => {
  test('defines what its pipelines name, and the extensions that this needs', () => {
    const storage = fileStorage({ directory: '/var/lib/otelcol' })
    const hub = otlpGrpcExporter({ name: 'hub', endpoint: 'hub:4317', tls: plainText, queue: { storage } })
    const limiter = memoryLimiterProcessor({ limit_percentage: 80 })
    const config = collectorConfig({
      extensions: [healthCheck()],
      pipelines: { logs: { receivers: [otlp], processors: [limiter], exporters: [hub] } },
    })
    expect(config).toMatchObject({
      extensions: { health_check: {}, file_storage: { directory: '/var/lib/otelcol', create_directory: true } },
      receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
      processors: { memory_limiter: { check_interval: '1s', limit_percentage: 80 } },
      exporters: {
        'otlp_grpc/hub': {
          endpoint: 'hub:4317',
          tls: { insecure: true },
          retry_on_failure: { max_elapsed_time: 0 },
          sending_queue: { storage: 'file_storage' },
        },
      },
      service: {
        extensions: ['health_check', 'file_storage'],
        pipelines: { logs: { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['otlp_grpc/hub'] } },
      },
    })
  })

  test('defines a connector once, between the pipelines that it joins', () => {
    const spans = spanMetricsConnector()
    const { connectors, receivers, exporters, service } = collectorConfig({
      pipelines: {
        traces: { receivers: [otlp], exporters: [tempo, spans] },
        metrics: { receivers: [spans], exporters: [debugExporter()] },
      },
    })
    expect(Object.keys(connectors ?? {})).toEqual(['span_metrics'])
    expect(Object.keys({ ...receivers, ...exporters })).toEqual(['otlp', 'otlp_grpc', 'debug'])
    expect(service.pipelines).toEqual({
      traces: { receivers: ['otlp'], exporters: ['otlp_grpc', 'span_metrics'] },
      metrics: { receivers: ['span_metrics'], exporters: ['debug'] },
    })
  })

  test('refuses two components of one id, of which one would be lost', () => {
    const other = otlpGrpcExporter({ endpoint: 'loki:4317', tls: plainText })
    expect(() => collectorConfig({ pipelines: { traces: { receivers: [otlp], exporters: [tempo, other] } } })).toThrow(
      'two different exporters are called otlp_grpc',
    )
  })
})

describe('what was done wrong does not compile:', () => {
  test('a queue for Prometheus remote write, which has none', () => {
    const storage = fileStorage({ directory: '/var/lib/otelcol' })
    // @ts-expect-error
    prometheusRemoteWriteExporter({ endpoint: 'http://prometheus:9090/api/v1/write', queue: { storage } })
  })

  test('a memory limiter without a limit, an offset without a storage', () => {
    // @ts-expect-error
    memoryLimiterProcessor({})
    const typed = () => {
      // @ts-expect-error
      fileLogReceiver({})
    }
    expect(typed).toThrow()
  })

  test('the kubelet by name', () => {
    // @ts-expect-error
    kubeletStatsReceiver({ endpoint: 'https://node-1:10250' })
  })

  test('a password in the open', () => {
    // @ts-expect-error
    splunkHecExporter({ endpoint: 'https://splunk.example.com:8088', token: 'a literal token' })
  })

  test('a component in a pipeline of a signal that it does not know', () => {
    const write = prometheusRemoteWriteExporter({ endpoint: 'http://prometheus:9090/api/v1/write' })
    const spans = spanMetricsConnector()
    // @ts-expect-error
    collectorConfig({ pipelines: { logs: { receivers: [otlp], exporters: [write] } } })
    // @ts-expect-error
    collectorConfig({ pipelines: { 'traces/kubelet': { receivers: [kubeletStatsReceiver()], exporters: [tempo] } } })
    // @ts-expect-error
    collectorConfig({ pipelines: { traces: { receivers: [spans], exporters: [tempo] } } })
    // @ts-expect-error
    collectorConfig({ pipelines: { spans: { receivers: [otlp], exporters: [tempo] } } })
  })

  test('a pipeline without an end, a table without a default', () => {
    // @ts-expect-error
    collectorConfig({ pipelines: { traces: { receivers: [otlp], exporters: [] } } })
    // @ts-expect-error
    routingConnector('logs', { table: [{ condition: 'true', pipelines: ['logs/all'] }] })
    // @ts-expect-error
    routingConnector('logs', { default_pipelines: ['traces/all'], table: [{ condition: 'true', pipelines: ['logs'] }] })
  })
})

test('a server lets its clients ask whether it lives as often as our exporters do', () => {
  const { keepalive } = otlpGrpcExporter({ endpoint: 'hub:4317', tls: plainText }).settings
  expect(keepalive).toMatchObject({ time: '30s' })
  expect(otlpReceiver({ grpc: { max_connection_age: '5m' } }).settings).toMatchObject({
    protocols: {
      grpc: { keepalive: { enforcement_policy: { min_time: '20s' }, server_parameters: { max_connection_age: '5m' } } },
    },
  })
})
