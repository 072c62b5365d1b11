import { minioChart } from '../../charts/minio.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { secret } from '../../fleet/secret.ts'
import { lokiBuckets, lokiSecret, lokiUser, secretAccessKey } from '../loki/object-store.ts'
import { minioName, minioS3 } from './addresses.ts'
import { type MinioOptions, minioChecks } from './options.ts'
import { minioValues } from './values.ts'

/**
 * An S3 of the cluster's own, for development: one Pod, one volume. Where data must outlive a disk, take an S3 outside.
 * Its metrics are scraped by `minioMonitor()`. The chart takes no more releases.
 */
export const minio = helmComponent<MinioOptions>({
  name: minioName,
  tier: 'infrastructure',
  chart: minioChart,
  options: minioChecks,
  defaults: {
    root: secret('minio-root'),
    users: { [lokiUser]: { secret: lokiSecret, buckets: Object.values(lokiBuckets) } },
    size: '20Gi',
    resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  },
  values: minioValues,
  volumes: [{ size: 'persistence.size', storageClass: 'persistence.storageClass', switch: 'persistence.enabled' }],
  credentials: ['existingSecret'],
  provides: (_, { name, namespace }) => [minioS3(name, namespace)],
  requires: ({ root, users = {} }) => [
    ...(root === undefined ? [] : [{ kind: 'secret' as const, name: root.secret, keys: ['rootUser', 'rootPassword'] }]),
    ...Object.values(users).map(({ secret }) => ({
      kind: 'secret' as const,
      name: secret.secret,
      keys: [secretAccessKey],
    })),
  ],
})
