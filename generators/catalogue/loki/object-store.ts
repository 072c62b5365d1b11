import { type Check, matching, oneOf, shape } from '../../fleet/checks/check.ts'
import { secretReference, text, url } from '../../fleet/checks/scalars.ts'
import { type SecretReference, secret } from '../../fleet/secret.ts'

/** Buckets by what Loki keeps in them. */
export interface LokiBuckets {
  /** Chunks of logs, and the index to find them by. */
  readonly chunks: string
  /** Alerts and recording rules over logs. */
  readonly ruler: string
}

/** An S3 outside the cluster. */
export interface S3Store {
  /** Its address, for any S3 but Amazon's: `https://s3.example.com`. */
  readonly endpoint?: string
  /** Its region: `eu-central-1`. */
  readonly region: string
  /** The buckets, which must exist. */
  readonly buckets: LokiBuckets
  /** The Secret with the keys `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`. Default `secret('loki-s3')`. */
  readonly secret?: SecretReference
}

/** `cluster` is the S3 that a component of the same cluster provides. */
export type ObjectStore = 'cluster' | S3Store

/** Any S3, by its address and a Secret: `loki({ objectStore: s3({ region: 'eu-central-1', buckets: { … } }) })`. */
export const s3 = (store: S3Store): S3Store => store

/** Who Loki is to the cluster's object store. */
export const lokiUser = 'loki'
export const lokiSecret = secret('loki-s3')
export const lokiBuckets: LokiBuckets = { chunks: 'loki-chunks', ruler: 'loki-ruler' }

/** The names under which every S3 client looks for its credentials in the environment. */
export const accessKeyId = 'AWS_ACCESS_KEY_ID'
export const secretAccessKey = 'AWS_SECRET_ACCESS_KEY'

export const credentialsOf = (store: ObjectStore): SecretReference =>
  store === 'cluster' ? lokiSecret : (store.secret ?? lokiSecret)

/** A bucket's name, as S3 takes it. */
export const bucket: Check = matching(
  'name',
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  'the name of a bucket, of 3 to 63 lower-case letters, digits, dots and dashes',
  "'loki-chunks'",
)

const cluster = oneOf('object-store', 'object store', ['cluster'])
const store = shape(
  's3()',
  {
    endpoint: url,
    region: text,
    buckets: shape('buckets', { chunks: bucket, ruler: bucket }, ['chunks', 'ruler']),
    secret: secretReference,
  },
  ['region', 'buckets'],
)

export const objectStore: Check = (value, place) => (typeof value === 'string' ? cluster : store)(value, place)
