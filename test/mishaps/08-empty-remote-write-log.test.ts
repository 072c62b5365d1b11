import { expect, test } from 'vitest'
import { prometheusRemoteWriteExporter } from '../../generators/objects/opentelemetry/exporters/prometheus-remote-write.ts'
import { problemsOf } from '../support/problems.ts'
import { federation, remoteWriting } from './federation.ts'

const directory = '/var/lib/otelcol/wal'

test('by our types it cannot be written', () => {
  // @ts-expect-error: remote write has no log
  prometheusRemoteWriteExporter({ endpoint: 'http://prometheus:9090/api/v1/write', wal: { directory } })
})

test.each([
  [{ directory, buffer_size: 1 }, 'which reports an error whenever it is empty'],
  [{ directory }, 'and sends nothing before 300 requests are in it'],
])('a write-ahead log by hand is told: %j', (wal, what) => {
  expect(problemsOf(federation({ hub: { 'otel-gateway': remoteWriting({ wal }) } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.otel-gateway',
      `prometheusremotewrite keeps a write-ahead log, ${what}`,
      'remove wal and switch remote_write_queue off, so that the sender keeps what is not written yet',
    ],
  ])
})
