import { describe, expect, test } from 'vitest'
import { loki, s3 } from '../../../generators/catalogue/loki/loki.ts'
import type { LokiOptions } from '../../../generators/catalogue/loki/options.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { base, watched, where } from '../where.ts'

const definition = loki.definition as HelmDefinition<LokiOptions>
const here = where('loki', { s3: 'http://minio.monitoring.svc.cluster.local:9000' })
const values = (options: LokiOptions = {}, place = here) =>
  compact(definition.values({ ...definition.defaults, ...options }, place))

const outside = s3({
  endpoint: 'https://s3.example.com',
  region: 'eu-central-1',
  buckets: { chunks: 'our-logs', ruler: 'our-rules' },
  secret: secret('hetzner'),
})

describe('by default', () => {
  test('one Loki on one volume keeps a week of logs', () => {
    expect(values()).toMatchObject({
      deploymentMode: 'Monolithic',
      loki: {
        auth_enabled: false,
        commonConfig: { replication_factor: 1 },
        limits_config: { retention_period: '168h' },
        compactor: { retention_enabled: true, delete_request_store: 's3' },
      },
      singleBinary: {
        replicas: 1,
        persistence: { size: '10Gi', storageClass: 'fast' },
        resources: { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } },
      },
    })
  })

  test("logs go to the cluster's own S3, with credentials from the environment", () => {
    expect(values()).toMatchObject({
      loki: {
        storage: {
          type: 's3',
          bucketNames: { chunks: 'loki-chunks', ruler: 'loki-ruler' },
          s3: {
            endpoint: 'http://minio.monitoring.svc.cluster.local:9000',
            s3ForcePathStyle: true,
            insecure: true,
          },
        },
      },
      singleBinary: { extraEnvFrom: [{ secretRef: { name: 'loki-s3' } }] },
    })
  })

  test('logs that are there already are found by the schema they were written with', () => {
    expect(at(values(), 'loki.schemaConfig.configs')).toEqual([
      {
        from: '2024-04-01',
        store: 'tsdb',
        object_store: 's3',
        schema: 'v13',
        index: { prefix: 'loki_index_', period: '24h' },
      },
    ])
  })

  test.each(['chunksCache', 'resultsCache', 'lokiCanary', 'test', 'sidecar.rules'])('%s is off', (part) => {
    expect(at(values(), part)).toEqual({ enabled: false })
  })

  test("the chart's own MinIO is never asked for", () => {
    expect(values()).not.toHaveProperty('minio')
  })

  test('the monitor is read by the Prometheus that was found', () => {
    expect(at(values(), 'monitoring.serviceMonitor')).toEqual({ enabled: true, labels: watched })
  })
})

test.each<[string, LokiOptions, string, unknown]>([
  ['retention', { retention: '30d' }, 'loki.limits_config', { retention_period: '30d' }],
  ['size', { size: '50Gi' }, 'singleBinary.persistence', { size: '50Gi', storageClass: 'fast' }],
  ['resources', { resources: { limits: { memory: '4Gi' } } }, 'singleBinary.resources', { limits: { memory: '4Gi' } }],
  [
    'any S3',
    { objectStore: outside },
    'loki.storage',
    {
      type: 's3',
      bucketNames: { chunks: 'our-logs', ruler: 'our-rules' },
      s3: { endpoint: 'https://s3.example.com', region: 'eu-central-1', s3ForcePathStyle: true, insecure: false },
    },
  ],
  ['its Secret', { objectStore: outside }, 'singleBinary.extraEnvFrom', [{ secretRef: { name: 'hetzner' } }]],
  [
    "Amazon's S3, which has a host name a bucket",
    { objectStore: s3({ region: 'eu-west-1', buckets: { chunks: 'our-logs', ruler: 'our-rules' } }) },
    'loki.storage.s3',
    { region: 'eu-west-1', s3ForcePathStyle: false, insecure: false },
  ],
])('%s: %j', (_, options, path, expected) => {
  expect(at(values(options), path)).toEqual(expected)
})

test('a part of the options yields the values of that part alone', () => {
  const partial = compact(definition.values({ retention: '24h' }, here))

  expect(at(partial, 'loki.limits_config')).toEqual({ retention_period: '24h' })
  for (const path of [
    'loki.storage.s3',
    'loki.storage.bucketNames',
    'singleBinary.extraEnvFrom',
    'singleBinary.resources',
  ]) {
    expect(at(partial, path)).toBeUndefined()
  }
})

test('its address is the Service that the chart makes of its name', () => {
  const there = where('logs')

  expect(values({}, there)).toMatchObject({ fullnameOverride: 'logs' })
  const url = 'http://logs-gateway.monitoring.svc.cluster.local'
  expect(definition.provides?.({}, there)).toEqual(
    expect.arrayContaining([
      { kind: 'endpoint', name: 'loki-push', url },
      { kind: 'datasource', uid: 'loki', name: 'Loki', type: 'loki', url },
    ]),
  )
})

describe('what it needs', () => {
  const needs = (options: LokiOptions) => definition.requires?.({ ...definition.defaults, ...options }, here) ?? []
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

  test("an S3 of the cluster's own, and the Secret for it", () => {
    expect(needs({})).toMatchObject([
      { kind: 'endpoint', name: 's3' },
      { kind: 'secret', name: 'loki-s3', keys },
      { kind: 'crd', group: 'monitoring.coreos.com' },
      { kind: 'monitor-labels' },
    ])
  })

  test('only the Secret, where the S3 is outside', () => {
    expect(needs({ objectStore: outside })).toMatchObject([
      { kind: 'secret', name: 'hetzner', keys },
      { kind: 'crd' },
      { kind: 'monitor-labels' },
    ])
  })

  test("the base layer takes MinIO's address for granted", () => {
    const usual = values({}, base(definition))
    expect(at(usual, 'loki.storage.s3.endpoint')).toBe('http://minio.monitoring.svc.cluster.local:9000')
  })
})

test.each([values(), values({ objectStore: outside }), compact(definition.values({}, where('loki')))])(
  'the chart knows every key (%#)',
  (all) => {
    expect(unknownKeys(definition.chart.keys, all)).toEqual([])
  },
)

test.each([
  [{ retention: '10 days' }, 'retention', "'10 days' is not a duration"],
  [{ size: '10GB' }, 'size', "'10GB' is not a size"],
  [{ objectStore: 'minio' }, 'objectStore', "'minio' is no object store"],
  [
    { objectStore: { region: 'eu', buckets: { chunks: 'Logs', ruler: 'rules' } } },
    'objectStore.buckets.chunks',
    "'Logs' is not the name of a bucket, of 3 to 63 lower-case letters, digits, dots and dashes",
  ],
  [{ objectStore: { region: 'eu' } }, 'objectStore', "s3() lacks 'buckets'"],
  [
    { objectStore: { ...outside, secret: 'hunter2' } },
    'objectStore.secret',
    'a secret is written here in plain text, and would be committed',
  ],
  [{ resources: { limits: { memory: 'much' } } }, 'resources.limits.memory', "'much' is not a size"],
  [{ retension: '1h' }, 'retension', "loki has no 'retension'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('loki', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
