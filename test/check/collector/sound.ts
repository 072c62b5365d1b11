import { checkCollector } from '../../../generators/check/collector/check-collector.ts'
import { type CollectorPod, collectorPod } from '../../../generators/check/collector/collector-pod.ts'
import type { Values } from '../../../generators/fleet/component.ts'
import { merge } from '../../../generators/plan/values.ts'

/** A gateway that loses nothing, in the words of those who write YAML by hand. */
const gateway = {
  extensions: { file_storage: { directory: '/queue', create_directory: true } },
  receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } },
  processors: { memory_limiter: { check_interval: '1s', limit_mib: 256 } },
  exporters: {
    prometheusremotewrite: {
      endpoint: 'http://prometheus:9090/api/v1/write',
      timeout: '20m',
      retry_on_failure: { max_elapsed_time: 0 },
      remote_write_queue: { enabled: false },
    },
    'otlphttp/loki': {
      endpoint: 'http://loki/otlp',
      retry_on_failure: { max_elapsed_time: 0 },
      sending_queue: { storage: 'file_storage' },
    },
    'otlp/tempo': {
      endpoint: 'tempo:4317',
      retry_on_failure: { max_elapsed_time: 0 },
      sending_queue: { storage: 'file_storage' },
    },
  },
  service: {
    extensions: ['file_storage'],
    pipelines: {
      metrics: { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['prometheusremotewrite'] },
      logs: { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['otlphttp/loki'] },
      traces: { receivers: ['otlp'], processors: ['memory_limiter'], exporters: ['otlp/tempo'] },
    },
  },
}

/** That gateway, but for what is laid over it. */
export const gatewayWith = (changes: Values): Values => merge(gateway, changes)

/** What is wrong with a configuration at `collector`: rule, place, reason, fix. */
export const wrongIn = (config: unknown, pod?: CollectorPod) =>
  checkCollector(config, ['collector'], pod).map(({ rule, place, reason, fix }) => [rule, place.join('.'), reason, fix])

export interface PodParts {
  readonly kind?: string
  readonly mounts?: readonly Values[]
  readonly volumes?: readonly Values[]
  readonly claims?: readonly string[]
  readonly security?: Values
  readonly env?: readonly Values[]
  readonly initContainers?: readonly Values[]
}

/** The Pod of a gateway with these parts. */
export const pod = ({ kind = 'StatefulSet', claims = [], ...parts }: PodParts): CollectorPod =>
  collectorPod({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'gateway' },
    spec: {
      template: {
        spec: {
          securityContext: parts.security,
          initContainers: parts.initContainers,
          containers: [{ name: 'otelcol', volumeMounts: parts.mounts, env: parts.env }],
          volumes: parts.volumes,
        },
      },
      volumeClaimTemplates: claims.map((name) => ({ metadata: { name } })),
    },
  })!
