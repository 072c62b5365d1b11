import type { Values, Where } from '../../fleet/component.ts'
import { keptByHelm } from '../../objects/kubernetes/keep.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { secretAccessKey } from '../loki/object-store.ts'
import type { MinioOptions, MinioUser } from './options.ts'

const powerless = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } }
const unprivileged = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }
const job = { securityContext: { enabled: true }, containerSecurityContext: powerless }

/** One MinIO on one volume, with a bucket, a policy and a user for each of those who use it. */
export const minioValues = ({ root, users, size, resources }: Partial<MinioOptions>, where: Where): Values => ({
  fullnameOverride: where.name,
  serviceAccount: { name: where.name },
  mode: 'standalone',
  replicas: 1,
  // The volume is one Pod's alone: a second one beside the first would wait for it for ever.
  deploymentUpdate: { type: 'Recreate' },
  existingSecret: root?.secret,
  persistence: { size, storageClass: where.storageClass, annotations: keptByHelm },
  affinity: keepsDataAffinity(where),
  resources,
  securityContext: unprivileged,
  containerSecurityContext: powerless,
  // Said even when there are none: the chart's own user has a password that everybody knows.
  users: users === undefined ? undefined : Object.entries(users).map(login),
  policies: users === undefined ? undefined : Object.entries(users).map(policy),
  buckets: users === undefined ? undefined : Object.values(users).flatMap(({ buckets }) => buckets.map(bucket)),
  postJob: { securityContext: { enabled: true, ...unprivileged } },
  makeBucketJob: job,
  makePolicyJob: job,
  makeUserJob: job,
})

const login = ([name, { secret }]: [string, MinioUser]) => ({
  accessKey: name,
  existingSecret: secret.secret,
  existingSecretKey: secretAccessKey,
  policy: name,
})

const bucket = (name: string) => ({ name, policy: 'none', purge: false })

/** What a user may do: everything with the objects in its buckets, nothing with the buckets themselves or any other. */
const policy = ([name, { buckets }]: [string, MinioUser]) => ({
  name,
  statements: [
    {
      resources: buckets.map((bucket) => `arn:aws:s3:::${bucket}`),
      actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
    },
    {
      resources: buckets.map((bucket) => `arn:aws:s3:::${bucket}/*`),
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
    },
  ],
})
