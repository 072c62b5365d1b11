import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { type Connector, componentId, type Named } from '../component.ts'

export interface ServiceGraphSettings extends Named {
  /** Attributes that become labels, of client and server each. The metrics have no resource: name `cluster.id` here. */
  readonly dimensions?: readonly string[]
  /** Spans that wait for their other half: how many, and how long. Default 1000 and `2s`. */
  readonly store?: { readonly max_items?: number; readonly ttl?: GoDuration }
  /** Default `60s`. */
  readonly metrics_flush_interval?: GoDuration
}

/** Who calls whom, from the two spans of each call. Both must come to the same collector. */
export const serviceGraphConnector = ({
  name,
  ...settings
}: ServiceGraphSettings = {}): Connector<'traces', 'metrics'> => ({
  kind: 'connector',
  id: componentId('service_graph', name),
  settings,
  extensions: [],
  takes: { traces: true },
  gives: { metrics: true },
})
