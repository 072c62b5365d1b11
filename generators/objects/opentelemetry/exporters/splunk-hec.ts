import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Exporter, type Named } from '../component.ts'
import type { EnvironmentReference } from '../environment.ts'
import { type Queued, queueExtensions, queueSettings } from '../queue.ts'
import { type Retry, retryForever } from '../retry.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ClientTls } from '../tls.ts'

export interface SplunkHecSettings extends Named, Queued {
  /** `https://splunk.example.com:8088/services/collector`. */
  readonly endpoint: string
  /** From a Secret, by the environment. */
  readonly token: EnvironmentReference
  /** Default: what the token says. */
  readonly index?: string
  readonly source?: string
  readonly sourcetype?: string
  readonly tls?: ClientTls
  /** Default `10s`. */
  readonly timeout?: GoDuration
  readonly retry?: Retry
}

/** Sends to Splunk's HTTP Event Collector. */
export const splunkHecExporter = ({ name, queue, retry, ...client }: SplunkHecSettings): Exporter<Signal> => ({
  kind: 'exporter',
  id: componentId('splunk_hec', name),
  settings: { ...client, ...retryForever(retry), ...queueSettings(queue) },
  extensions: queueExtensions(queue),
  takes: everySignal,
})
