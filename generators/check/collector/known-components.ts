import type { Signal } from '../../objects/opentelemetry/signal.ts'

/** The version whose components these are. */
export const collectorVersion = '0.158.0'

export type ComponentKind = 'connector' | 'exporter' | 'extension' | 'processor' | 'receiver'

export interface KnownComponent {
  /** The name that it had before, and still answers to with a warning. */
  readonly formerly?: string
  /** What it handles. Of a connector, as an exporter. An extension handles none. */
  readonly signals?: readonly Signal[]
  /** Of a connector, as a receiver, where it is not the same signal. */
  readonly gives?: readonly Signal[]
  /** A receiver that looks at its own cluster, where others take what is sent to them. */
  readonly observes?: true
  /** An exporter that has a `sending_queue`. */
  readonly queue?: true
  /** An extension that keeps queues and offsets. */
  readonly storage?: true
}

const all = ['logs', 'metrics', 'traces'] as const
const logs = ['logs'] as const
const metrics = ['metrics'] as const

/**
 * What collector-contrib of that version has, by its current name, as far as fleets have asked for it. A test holds it
 * against a real collector; what that one lacks (datadog, kafka, tail_sampling …) is from general knowledge.
 */
export const knownComponents: Readonly<Record<ComponentKind, Readonly<Record<string, KnownComponent>>>> = {
  receiver: {
    file_log: { formerly: 'filelog', signals: logs, observes: true },
    host_metrics: { formerly: 'hostmetrics', signals: metrics, observes: true },
    journald: { signals: logs, observes: true },
    k8s_cluster: { signals: ['logs', 'metrics'], observes: true },
    k8s_events: { signals: logs, observes: true },
    k8sobjects: { signals: logs, observes: true },
    kafka: { signals: all },
    kubelet_stats: { formerly: 'kubeletstats', signals: metrics, observes: true },
    nop: { signals: all },
    otlp: { signals: all },
    prometheus: { signals: metrics, observes: true },
    prometheusremotewrite: { signals: metrics },
    statsd: { signals: metrics },
    syslog: { signals: logs },
    zipkin: { signals: ['traces'] },
  },
  processor: {
    attributes: { signals: all },
    batch: { signals: all },
    cumulativetodelta: { signals: metrics },
    delta_to_cumulative: { formerly: 'deltatocumulative', signals: metrics },
    filter: { signals: all },
    groupbyattrs: { signals: all },
    groupbytrace: { signals: ['traces'] },
    k8s_attributes: { formerly: 'k8sattributes', signals: all },
    memory_limiter: { signals: all },
    metricstransform: { signals: metrics },
    probabilistic_sampler: { signals: ['logs', 'traces'] },
    redaction: { signals: all },
    resource: { signals: all },
    resourcedetection: { signals: all },
    span: { signals: ['traces'] },
    tail_sampling: { signals: ['traces'] },
    transform: { signals: all },
  },
  exporter: {
    datadog: { signals: all, queue: true },
    debug: { signals: all, queue: true },
    file: { signals: all },
    kafka: { signals: all, queue: true },
    loadbalancing: { signals: all, queue: true },
    nop: { signals: all },
    otlp_grpc: { formerly: 'otlp', signals: all, queue: true },
    otlp_http: { formerly: 'otlphttp', signals: all, queue: true },
    prometheus: { signals: metrics },
    prometheus_remote_write: { formerly: 'prometheusremotewrite', signals: metrics },
    splunk_hec: { signals: all, queue: true },
  },
  connector: {
    count: { signals: all, gives: metrics },
    forward: { signals: all },
    routing: { signals: all },
    service_graph: { formerly: 'servicegraph', signals: ['traces'], gives: metrics },
    span_metrics: { formerly: 'spanmetrics', signals: ['traces'], gives: metrics },
  },
  extension: {
    basicauth: {},
    bearertokenauth: {},
    file_storage: { storage: true },
    headers_setter: {},
    health_check: {},
    k8s_leader_elector: {},
    oauth2client: {},
    pprof: {},
    zpages: {},
  },
}

/** What is gone, and what took its place. */
export const goneComponents: Readonly<Record<string, string>> = {
  'exporter jaeger': 'otlp_grpc, which Jaeger takes',
  'exporter logging': 'debug',
  'exporter loki': 'otlp_http, to the path /otlp of Loki',
  'extension memory_ballast': 'the environment variable GOMEMLIMIT',
  'processor routing': 'the connector routing',
  'processor servicegraph': 'the connector service_graph',
  'processor spanmetrics': 'the connector span_metrics',
}

/** The current name of a type, or the type itself where it is not known. */
export const currentType = (kind: ComponentKind, type: string): string =>
  Object.entries(knownComponents[kind]).find(([, { formerly }]) => formerly === type)?.[0] ?? type

export const knownComponent = (kind: ComponentKind, type: string): KnownComponent | undefined =>
  knownComponents[kind][currentType(kind, type)]
