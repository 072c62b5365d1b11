import { expect, test } from 'vitest'
import { prometheusRemoteWriteExporter } from '../../generators/objects/opentelemetry/exporters/prometheus-remote-write.ts'
import { fileStorage } from '../../generators/objects/opentelemetry/extensions/file-storage.ts'
import { problemsOf } from '../support/problems.ts'
import { federation, remoteWriting } from './federation.ts'

test('by our types it cannot be written', () => {
  const storage = fileStorage({ directory: '/var/lib/otelcol/queue' })
  const settings = { endpoint: 'http://prometheus:9090/api/v1/write' }
  // @ts-expect-error: remote write has no queue
  prometheusRemoteWriteExporter({ ...settings, queue: { storage } })
  // @ts-expect-error: nor by the collector's word for it
  prometheusRemoteWriteExporter({ ...settings, sending_queue: { storage: 'file_storage' } })
})

test('in a configuration by hand it is told before the collector refuses to start', () => {
  const gateway = remoteWriting({ sending_queue: { storage: 'file_storage/queue' } })
  expect(problemsOf(federation({ hub: { 'otel-gateway': gateway } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.otel-gateway',
      'prometheusremotewrite has no sending_queue, and the collector would not start with it',
      'remove it and switch remote_write_queue off, so that the sender keeps what is not written yet; or send by otlp_http to /api/v1/otlp, which has one',
    ],
  ])
})
