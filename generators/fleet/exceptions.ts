/**
 * Rules that judge what could be rendered all the same, and so can be switched off for a place in the fleet.
 * `npx zx scripts/rules.mjs` says what each of them is for.
 */
export const ruleNames = [
  'cluster-filter',
  'cluster-id-on-every-series',
  'collector-batch-behind-the-queue',
  'collector-cadvisor-at-the-kubelet',
  'collector-cluster-identity',
  'collector-defined-components',
  'collector-escaped-dollars',
  'collector-every-signal-taken',
  'collector-filter-that-drops-all',
  'collector-joined-connectors',
  'collector-kept-offsets',
  'collector-known-types',
  'collector-kubelet-by-address',
  'collector-linear-patterns',
  'collector-memory-limiter-interval',
  'collector-no-remote-write-log',
  'collector-no-remote-write-queue',
  'collector-patient-remote-write',
  'collector-patient-sender',
  'collector-queue-of-its-own',
  'collector-queue-on-a-volume',
  'collector-queues-on-disk',
  'collector-retry-forever',
  'collector-routing-default',
  'collector-signals-reach-a-store',
  'collector-storage-extension',
  'collector-storage-folders',
  'collector-supported-signals',
  'collector-telemetry-readers',
  'collector-used-components',
  'collector-whole-pipelines',
  'collector-writable-queue',
  'crd-first',
  'crds-once',
  'credentials-from-a-secret',
  'dashboard-once',
  'door-with-a-login',
  'enforced-policies',
  'gpu-nodes',
  'health-of-something',
  'immutable-fields',
  'kept-data',
  'known-chart-values',
  'known-datasource',
  'known-flows',
  'known-log-labels',
  'known-metric-labels',
  'known-metrics',
  'known-node-labels',
  'known-storage-class',
  'labelled-logs',
  'late-samples',
  'measured-gpus',
  'metrics-are-scraped',
  'monitors-are-read',
  'no-default-login',
  'no-duplicate-names',
  'no-literal-credentials',
  'no-substitution',
  'node-port-once',
  'object-size',
  'one-default-datasource',
  'one-owner',
  'own-folders',
  'own-namespace',
  'persistence',
  'pinned-charts',
  'pinned-images',
  'pod-security-allows',
  'promoted-attributes',
  'pools-told-apart',
  'readable-queries',
  'references-exist',
  'refused-values',
  'said-addresses',
  'same-namespace-override',
  'server-side-apply',
  'sidecar-before-grafana',
  'signals-to-the-hub',
  'something-to-apply',
  'stateful-nodes',
  'unexposed-control-plane',
  'volume-size',
  'volumes-never-shrink',
] as const

export type RuleName = (typeof ruleNames)[number]

/** A rule that does not hold at a place in the fleet, for a reason. */
export interface Exception {
  readonly rule: RuleName
  /** The place, with all below it, as problems print it: `clusters.homelab.namespaces.monitoring.loki`. */
  readonly at: string
  /** Why that is well so, in a sentence. Every run prints it. */
  readonly because: string
}

/** Switches a rule off at a place: `except('persistence', { at: 'environments.dev.loki', because: 'it is a sandbox' })`. */
export const except = (rule: RuleName, { at, because }: Omit<Exception, 'rule'>): Exception => ({ rule, at, because })
