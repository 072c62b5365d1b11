import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { type Connector, componentId, type Named } from '../component.ts'

export interface SpanMetricsSettings extends Named {
  /** Attributes that become labels, beside service, span, kind and status. Each of their values is a series. */
  readonly dimensions?: readonly { readonly name: string; readonly default?: string }[]
  /** Default `60s`. */
  readonly metrics_flush_interval?: GoDuration
  /** Series that no span came for are left out after this. Default: never. */
  readonly metrics_expiration?: GoDuration
}

/** Counts and times spans, and shows for each bucket a trace that fell into it. */
export const spanMetricsConnector = ({
  name,
  ...settings
}: SpanMetricsSettings = {}): Connector<'traces', 'metrics'> => ({
  kind: 'connector',
  id: componentId('span_metrics', name),
  settings: { ...settings, exemplars: { enabled: true }, histogram: { unit: 's' } },
  extensions: [],
  takes: { traces: true },
  gives: { metrics: true },
})
