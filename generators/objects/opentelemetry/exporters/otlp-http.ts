import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Exporter, type Named } from '../component.ts'
import type { EnvironmentReference } from '../environment.ts'
import { type Queued, queueExtensions, queueSettings } from '../queue.ts'
import { type Retry, retryForever } from '../retry.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ClientTls } from '../tls.ts'

export interface OtlpHttpSettings extends Named, Queued {
  /** Without the signal's path, which is added: `http://loki-gateway.monitoring.svc.cluster.local/otlp`. */
  readonly endpoint: string
  /** Default: as the endpoint's scheme says. */
  readonly tls?: ClientTls
  /** How long the receiver may take to answer. Default `30s`. */
  readonly timeout?: GoDuration
  readonly headers?: Readonly<Record<string, EnvironmentReference | string>>
  readonly retry?: Retry
}

/** Sends OTLP over HTTP: to Loki, to Prometheus, or to whom gRPC does not reach. */
export const otlpHttpExporter = ({ name, queue, retry, ...client }: OtlpHttpSettings): Exporter<Signal> => ({
  kind: 'exporter',
  id: componentId('otlp_http', name),
  settings: { ...client, ...retryForever(retry), ...queueSettings(queue) },
  extensions: queueExtensions(queue),
  takes: everySignal,
})
