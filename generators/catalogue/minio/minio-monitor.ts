import { objectName } from '../../fleet/checks/scalars.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { serviceMonitor } from '../../objects/prometheus-operator/service-monitor.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { minioName, usualS3 } from './addresses.ts'
import { minioSeries } from './series.ts'

export interface MinioMonitorOptions extends CommonOptions {
  /** The name of the MinIO, which stands in the same namespace. Default `minio`. */
  readonly of?: string
}

/**
 * Has Prometheus scrape a MinIO. It stands apart because the chart writes a label `release` of its own into its
 * monitor: with the one that Prometheus selects by beside it, the label is there twice, and Flux refuses the release.
 */
export const minioMonitor = manifestsComponent<MinioMonitorOptions>({
  name: 'minio-monitor',
  tier: 'apps',
  options: { of: objectName },
  defaults: { of: minioName },
  objects: ({ of }, { name, found }) => [
    serviceMonitor({
      name,
      labels: found.monitorLabels(),
      // The label that tells the S3 apart from the console.
      selector: { matchLabels: { ...(of === undefined ? {} : { release: of }), monitoring: 'true' } },
      endpoints: [{ port: 'http', path: '/minio/v2/metrics/cluster' }],
    }),
  ],
  provides: () => [minioSeries],
  requires: ({ of }) => [
    { kind: 'endpoint', name: 's3', from: of ?? minioName, usually: usualS3 },
    monitoringCrds,
    { kind: 'monitor-labels', usually: usualMonitorLabels },
  ],
})
