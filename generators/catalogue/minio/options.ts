import type { minioChart } from '../../charts/minio.ts'
import { type Check, isRecord, listOf, mapOf, matching, shape } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { type Quantity, quantity, secretReference } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import { bucket } from '../loki/object-store.ts'

/** Somebody who keeps data in MinIO, and sees no one else's. */
export interface MinioUser {
  /**
   * The Secret with both keys of the user: `AWS_SECRET_ACCESS_KEY`, and `AWS_ACCESS_KEY_ID`, which must be the user's
   * name as it stands here.
   */
  readonly secret: SecretReference
  /** Buckets that are made for the user, who alone may read and write them. */
  readonly buckets: readonly string[]
}

export interface MinioOptions extends HelmOptions<typeof minioChart.keys> {
  /** The Secret with the keys `rootUser` and `rootPassword`. Default `secret('minio-root')`. */
  readonly root?: SecretReference
  /** Who uses it, by the name they log in with. Default: `loki`, with `secret('loki-s3')` and Loki's two buckets. */
  readonly users?: Readonly<Record<string, MinioUser>>
  /** Size of the volume, as a Kubernetes quantity. Default `20Gi`. It can grow, never shrink. */
  readonly size?: Quantity
  /** What it may take. Default: requests of 100m and 512Mi, and at most 1Gi. */
  readonly resources?: Resources
}

const userName = matching(
  'name',
  /^[a-z0-9][a-z0-9-]{2,19}$/,
  'the name of a user, of 3 to 20 lower-case letters, digits and dashes',
  "'loki'",
)
const user = shape('a user', { secret: secretReference, buckets: listOf(bucket) }, ['secret', 'buckets'])

const users: Check = (value, place) => [
  ...(isRecord(value) ? Object.keys(value).flatMap((name) => userName(name, [...place, name])) : []),
  ...mapOf(user)(value, place),
]

export const minioChecks: OwnChecks<MinioOptions> = { root: secretReference, users, size: quantity, resources }
