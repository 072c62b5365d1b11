import type { CapabilityOf } from '../../fleet/capability.ts'

/** Labels that prometheus-operator gives the targets of a monitor. A Pod without a Service has no `service`. */
const targetLabels = ['job', 'instance', 'namespace', 'pod', 'service', 'endpoint', 'container'] as const

/** What a Prometheus of the operator takes in: whatever its monitors find. */
export const readsMonitors: CapabilityOf<'scrapes'> = { kind: 'scrapes', through: 'monitors', labels: targetLabels }

type Series = CapabilityOf<'metrics'>

/**
 * Series that a monitor has scraped. `labels` are what the monitor adds to those of every target; `families` are for an
 * exporter whose series the catalogue does not list; `dropped` are those that the monitor throws away.
 */
export const monitored = (exporter: string, more: Pick<Series, 'dropped' | 'families' | 'labels'> = {}): Series => ({
  kind: 'metrics',
  exporter,
  through: 'monitors',
  ...more,
})
