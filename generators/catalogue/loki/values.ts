import type { Values, Where } from '../../fleet/component.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { credentialsOf, lokiBuckets, type ObjectStore } from './object-store.ts'
import type { LokiOptions } from './options.ts'
import { lokiSchema } from './schema.ts'

const off = { enabled: false }
const little = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } }

/** One Loki that does everything, a gateway in front of it, and nothing else that the chart would bring. */
export const lokiValues = (options: Partial<LokiOptions>, where: Where): Values => ({
  fullnameOverride: where.name,
  deploymentMode: 'Monolithic',
  loki: {
    // One tenant: who may read logs is decided by Grafana.
    auth_enabled: false,
    commonConfig: { replication_factor: 1 },
    schemaConfig: { configs: [lokiSchema('s3')] },
    storage: { type: 's3', ...storage(options.objectStore, where) },
    limits_config: { retention_period: options.retention },
    // Without both, the retention is read and nothing is ever deleted.
    compactor: { retention_enabled: true, delete_request_store: 's3' },
    analytics: { reporting_enabled: false },
  },
  singleBinary: {
    replicas: 1,
    extraEnvFrom: environment(options.objectStore),
    persistence: { size: options.size, storageClass: where.storageClass },
    affinity: keepsDataAffinity(where),
    resources: options.resources,
  },
  gateway: {
    // The chart forbids two gateways on one node, so that on a single node an update would wait for ever.
    affinity: { podAntiAffinity: null },
    resources: little,
    metrics: { resources: little },
  },
  // The parts of the other modes, which the chart refuses beside the monolith.
  read: { replicas: 0 },
  write: { replicas: 0 },
  backend: { replicas: 0 },
  chunksCache: off,
  resultsCache: off,
  // The chart's test asks the canary, and refuses to render without it.
  lokiCanary: off,
  test: off,
  // It would read every Secret of the cluster, looking for rules.
  sidecar: { rules: off },
  monitoring: { serviceMonitor: { enabled: true, labels: where.found.monitorLabels() } },
})

const storage = (store: ObjectStore | undefined, { found }: Where): Values => {
  if (store === undefined) return {}
  const { endpoint, region, buckets } =
    store === 'cluster' ? { endpoint: found.endpoint('s3'), region: undefined, buckets: lokiBuckets } : store
  return {
    bucketNames: buckets,
    s3: {
      endpoint,
      region,
      // Amazon alone has a host name for every bucket.
      s3ForcePathStyle: endpoint !== undefined,
      insecure: endpoint?.startsWith('http://') ?? false,
    },
  }
}

/** Loki's S3 client finds its credentials in the environment by itself, so that none is named in its configuration. */
const environment = (store: ObjectStore | undefined) =>
  store === undefined ? undefined : [{ secretRef: { name: credentialsOf(store).secret } }]
