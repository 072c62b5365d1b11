import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Exporter, type Named } from '../component.ts'
import type { EnvironmentReference } from '../environment.ts'
import { type Retry, retryForever } from '../retry.ts'
import type { ClientTls } from '../tls.ts'

/** It has no queue that outlives it, so there is none to set. */
export interface PrometheusRemoteWriteSettings extends Named {
  /** `http://prometheus.monitoring.svc.cluster.local:9090/api/v1/write`. */
  readonly endpoint: string
  readonly tls?: ClientTls
  /** How long a request is tried, all retries together. The sender's own timeout must be longer. Default `20m`. */
  readonly timeout?: GoDuration
  /** Labels on every series. */
  readonly external_labels?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, EnvironmentReference | string>>
  readonly retry?: Retry
}

/**
 * Writes to Prometheus while the sender waits: it gets its answer when Prometheus has the data, and keeps it until then.
 * The exporter's own queue would answer at once, lies in memory, and is lost in a crash.
 */
export const prometheusRemoteWriteExporter = ({
  name,
  timeout = '20m',
  retry,
  ...client
}: PrometheusRemoteWriteSettings): Exporter<'metrics'> => ({
  kind: 'exporter',
  id: componentId('prometheus_remote_write', name),
  settings: {
    ...client,
    timeout,
    ...retryForever(retry),
    // Otherwise no attribute of the resource is a label, cluster.id included.
    resource_to_telemetry_conversion: { enabled: true },
    remote_write_queue: { enabled: false },
  },
  extensions: [],
  takes: { metrics: true },
})
