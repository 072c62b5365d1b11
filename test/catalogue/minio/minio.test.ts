import { describe, expect, test } from 'vitest'
import { minio } from '../../../generators/catalogue/minio/minio.ts'
import type { MinioOptions } from '../../../generators/catalogue/minio/options.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { where } from '../where.ts'

const definition = minio.definition as HelmDefinition<MinioOptions>
const here = where('minio')
const values = (options: MinioOptions = {}, place = here) =>
  compact(definition.values({ ...definition.defaults, ...options }, place))

describe('by default', () => {
  test('one MinIO on one volume, whose root is in a Secret', () => {
    expect(values()).toMatchObject({
      mode: 'standalone',
      replicas: 1,
      existingSecret: 'minio-root',
      persistence: { size: '20Gi', storageClass: 'fast' },
      resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
    })
  })

  test('an update waits until the old Pod has let go of the volume', () => {
    expect(at(values(), 'deploymentUpdate')).toEqual({ type: 'Recreate' })
  })

  test('Loki has a user of its own, who may do what it needs with its two buckets', () => {
    expect(values()).toMatchObject({
      buckets: [
        { name: 'loki-chunks', policy: 'none', purge: false },
        { name: 'loki-ruler', policy: 'none', purge: false },
      ],
      users: [
        { accessKey: 'loki', existingSecret: 'loki-s3', existingSecretKey: 'AWS_SECRET_ACCESS_KEY', policy: 'loki' },
      ],
      policies: [
        {
          name: 'loki',
          statements: [
            { resources: ['arn:aws:s3:::loki-chunks', 'arn:aws:s3:::loki-ruler'] },
            { resources: ['arn:aws:s3:::loki-chunks/*', 'arn:aws:s3:::loki-ruler/*'] },
          ],
        },
      ],
    })
  })

  test('no Pod runs as root', () => {
    expect(values()).toMatchObject({
      securityContext: { runAsNonRoot: true },
      postJob: { securityContext: { enabled: true, runAsNonRoot: true } },
    })
  })
})

test("without users there is nobody, not even the chart's own user with its well-known password", () => {
  expect(values({ users: {} })).toMatchObject({ users: [], policies: [], buckets: [] })
})

test('every user gets a policy for the buckets of that user alone', () => {
  const users = {
    loki: { secret: secret('loki-s3'), buckets: ['logs'] },
    tempo: { secret: secret('tempo-s3'), buckets: ['traces'] },
  }

  expect(values({ users })).toMatchObject({
    buckets: [{ name: 'logs' }, { name: 'traces' }],
    users: [
      { accessKey: 'loki', existingSecret: 'loki-s3', policy: 'loki' },
      { accessKey: 'tempo', existingSecret: 'tempo-s3', policy: 'tempo' },
    ],
    policies: [
      { name: 'loki', statements: [{ resources: ['arn:aws:s3:::logs'] }, { resources: ['arn:aws:s3:::logs/*'] }] },
      { name: 'tempo', statements: [{ resources: ['arn:aws:s3:::traces'] }, { resources: ['arn:aws:s3:::traces/*'] }] },
    ],
  })
})

test('a part of the options yields the values of that part alone', () => {
  const partial = compact(definition.values({ size: '1Gi' }, here))

  expect(at(partial, 'persistence.size')).toBe('1Gi')
  for (const key of ['existingSecret', 'users', 'policies', 'buckets', 'resources']) {
    expect(partial).not.toHaveProperty(key)
  }
})

test('its address is the Service that the chart makes of its name', () => {
  const there = where('store')

  expect(values({}, there)).toMatchObject({ fullnameOverride: 'store', serviceAccount: { name: 'store' } })
  expect(definition.provides?.({}, there)).toEqual([
    { kind: 'endpoint', name: 's3', url: 'http://store.monitoring.svc.cluster.local:9000' },
  ])
})

test('it needs the Secret of root and one for each user', () => {
  expect(definition.requires?.(definition.defaults ?? {}, here)).toEqual([
    { kind: 'secret', name: 'minio-root', keys: ['rootUser', 'rootPassword'] },
    { kind: 'secret', name: 'loki-s3', keys: ['AWS_SECRET_ACCESS_KEY'] },
  ])
})

test('the chart knows every key', () => {
  expect(unknownKeys(definition.chart.keys, values())).toEqual([])
})

test.each([
  [{ root: 'minioadmin' }, 'root', 'a secret is written here in plain text, and would be committed'],
  [{ size: 'big' }, 'size', "'big' is not a size"],
  [
    { users: { lo: { secret: secret('loki-s3'), buckets: [] } } },
    'users.lo',
    "'lo' is not the name of a user, of 3 to 20 lower-case letters, digits and dashes",
  ],
  [{ users: { loki: { buckets: [] } } }, 'users.loki', "a user lacks 'secret'"],
  [
    { users: { loki: { secret: secret('loki-s3'), buckets: ['x'] } } },
    'users.loki.buckets.0',
    "'x' is not the name of a bucket, of 3 to 63 lower-case letters, digits, dots and dashes",
  ],
  [{ users: ['loki'] }, 'users', '["loki"] is not a map'],
  [{ bucket: 'logs' }, 'bucket', "minio has no 'bucket'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('minio', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
