import type { KeyMap } from '../keys.ts'

/** What the templates that all workloads of Loki share read of each, whether its defaults name it or not. */
const workload: KeyMap = {
  automountServiceAccountToken: null,
  command: null,
  containerSecurityContext: {},
  dnsConfig: {},
  enableServiceLinks: null,
  hostAliases: [],
  hostUsers: null,
  image: { pullPolicy: '' },
  initContainers: null,
  lifecycle: {},
  livenessProbe: {},
  maxUnavailable: '',
  podManagementPolicy: '',
  podSecurityContext: {},
  priorityClassName: '',
  readinessProbe: {},
  service: { publishNotReadyAddresses: null },
  serviceAnnotations: {},
  serviceLabels: {},
  serviceType: '',
  startupProbe: {},
  strategy: {},
  terminationGracePeriodSeconds: 0,
  topologySpreadConstraints: [],
  trafficDistribution: '',
}

const workloads = [
  'backend',
  'bloomBuilder',
  'bloomGateway',
  'bloomPlanner',
  'compactor',
  'distributor',
  'indexGateway',
  'ingester',
  'overridesExporter',
  'patternIngester',
  'querier',
  'queryFrontend',
  'queryScheduler',
  'read',
  'ruler',
  'singleBinary',
  'tableManager',
  'write',
]

/** Corrections to the keys of the loki chart. */
export const lokiCorrections: KeyMap = {
  ...Object.fromEntries(workloads.map((name) => [name, workload])),
  gateway: { route: {} },
  loki: {
    // The schema says that it takes anything; the templates read these alone, and hand on what is inside each.
    storage: {
      alibabacloud: {},
      azure: {},
      bos: {},
      bucketNames: { admin: '', chunks: '', ruler: '' },
      cos: {},
      filesystem: {},
      gcs: {},
      object_store: {},
      s3: {},
      swift: {},
      type: '',
      use_thanos_objstore: true,
    },
  },
  // Its values file is left out for its licence (AGPL-3.0).
  minio: {},
  route: {},
}
