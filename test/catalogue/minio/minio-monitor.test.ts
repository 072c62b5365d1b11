import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'
import { expect, test } from 'vitest'
import { type MinioMonitorOptions, minioMonitor } from '../../../generators/catalogue/minio/minio-monitor.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import { validateAs } from '../../support/validate-as.ts'
import { watched, where } from '../where.ts'

const definition = minioMonitor.definition as ManifestsDefinition<MinioMonitorOptions>
const here = where('minio-monitor')

test('a MinIO is scraped at its S3 port, by the Prometheus that was found', () => {
  const [monitor, ...more] = definition.objects({ of: 'store' }, here)

  expect(more).toEqual([])
  expect(monitor).toMatchObject({
    kind: 'ServiceMonitor',
    metadata: { name: 'minio-monitor', labels: watched },
    spec: {
      selector: { matchLabels: { release: 'store', monitoring: 'true' } },
      endpoints: [{ port: 'http', path: '/minio/v2/metrics/cluster' }],
    },
  })
  expect(() => validateAs(ServiceMonitor, monitor)).not.toThrow()
})

test('it waits for that MinIO, not for any other S3', () => {
  expect(definition.requires?.({ of: 'store' }, here)).toMatchObject([
    { kind: 'endpoint', name: 's3', from: 'store' },
    { kind: 'crd' },
    { kind: 'monitor-labels' },
  ])
})
