import { lokiChart } from '../../charts/loki.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { usualS3 } from '../minio/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'
import { lokiName, lokiPush, lokiUrl } from './addresses.ts'
import { accessKeyId, credentialsOf, secretAccessKey } from './object-store.ts'
import { type LokiOptions, lokiChecks } from './options.ts'
import { lokiValues } from './values.ts'

export { s3 } from './object-store.ts'

/** MinIO makes its users by names that stand in its values, not in a Secret. */
const clusterUserNote = `\`${accessKeyId}\` is the name of the object store's user for Loki: \`loki\``

/** Loki, monolithic, with its logs in an object store that is never the chart's own. */
export const loki = helmComponent<LokiOptions>({
  name: lokiName,
  tier: 'apps',
  chart: lokiChart,
  options: lokiChecks,
  defaults: {
    retention: '168h',
    size: '10Gi',
    objectStore: 'cluster',
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  },
  values: lokiValues,
  volumes: [
    {
      size: 'singleBinary.persistence.size',
      storageClass: 'singleBinary.persistence.storageClass',
      switch: 'singleBinary.persistence.enabled',
    },
  ],
  refused: [
    {
      path: 'minio.enabled',
      value: true,
      because: 'brings a MinIO whose credentials everybody knows, and which the chart is about to drop',
      instead: 'remove it, and add minio() to the namespace, or name another S3 with objectStore: s3({ … })',
    },
  ],
  provides: (_, { name, namespace }) => [
    lokiPush(name, namespace),
    { kind: 'datasource', uid: 'loki', name: 'Loki', type: 'loki', url: lokiUrl(name, namespace) },
    // The chart's monitor names the release in a label of its own.
    monitored('loki', { labels: ['app_instance'] }),
  ],
  requires: ({ objectStore = 'cluster' }) => [
    ...(objectStore === 'cluster' ? [{ kind: 'endpoint' as const, name: 's3' as const, usually: usualS3 }] : []),
    {
      kind: 'secret',
      name: credentialsOf(objectStore).secret,
      keys: [accessKeyId, secretAccessKey],
      ...(objectStore === 'cluster' ? { note: clusterUserNote } : {}),
    },
    monitoringCrds,
    { kind: 'monitor-labels', usually: usualMonitorLabels },
  ],
})
