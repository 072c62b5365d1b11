import type { CapabilityOf } from '../../fleet/capability.ts'

/** MinIO's name where nobody said another. */
export const minioName = 'minio'

/** The S3 that a MinIO answers as, by its name and namespace. */
export const minioS3 = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 's3',
  url: `http://${name}.${namespace}.svc.cluster.local:9000`,
})

export const usualS3 = (namespace: string) => minioS3(minioName, namespace)
