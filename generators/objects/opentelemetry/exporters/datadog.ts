import { componentId, type Exporter, type Named } from '../component.ts'
import type { EnvironmentReference } from '../environment.ts'
import { type Queued, queueExtensions, queueSettings } from '../queue.ts'
import { type Retry, retryForever } from '../retry.ts'
import { everySignal, type Signal } from '../signal.ts'

export interface DatadogSettings extends Named, Queued {
  /** From a Secret, by the environment. */
  readonly key: EnvironmentReference
  /** Default `datadoghq.com`. */
  readonly site?: string
  readonly retry?: Retry
}

/** Sends to Datadog. What it would find out about its own host is not said: that is the collector's, not the sender's. */
export const datadogExporter = ({
  name,
  key,
  site = 'datadoghq.com',
  queue,
  retry,
}: DatadogSettings): Exporter<Signal> => ({
  kind: 'exporter',
  id: componentId('datadog', name),
  settings: {
    api: { key, site },
    host_metadata: { enabled: false },
    ...retryForever(retry),
    ...queueSettings(queue),
  },
  extensions: queueExtensions(queue),
  takes: everySignal,
})
