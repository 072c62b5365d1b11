import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Exporter, type Named } from '../component.ts'
import type { EnvironmentReference } from '../environment.ts'
import { type Queued, queueExtensions, queueSettings } from '../queue.ts'
import { type Retry, retryForever } from '../retry.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ClientTls } from '../tls.ts'

export interface OtlpGrpcSettings extends Named, Queued {
  /** A host and a port: `otel-gateway.observability-hub.svc.cluster.local:4317`. */
  readonly endpoint: string
  readonly tls: ClientTls
  /**
   * How long the receiver may take to answer. It travels with the request, and a collector that runs out of it answers
   * with an error that is not tried again: where the other end waits for a store, it must be longer than that wait.
   * Default `5s`.
   */
  readonly timeout?: GoDuration
  readonly headers?: Readonly<Record<string, EnvironmentReference | string>>
  readonly retry?: Retry
}

/** Sends OTLP. A receiver that died is noticed by pings, within 40 seconds, however long the timeout. */
export const otlpGrpcExporter = ({ name, queue, retry, ...client }: OtlpGrpcSettings): Exporter<Signal> => ({
  kind: 'exporter',
  id: componentId('otlp_grpc', name),
  settings: {
    ...client,
    keepalive: { time: '30s', timeout: '10s' },
    ...retryForever(retry),
    ...queueSettings(queue),
  },
  extensions: queueExtensions(queue),
  takes: everySignal,
})
