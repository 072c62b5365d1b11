import type { CapabilityOf } from '../../fleet/capability.ts'

/** Series of an exporter for a collector to scrape, at `target`: `kube-state-metrics.observability.svc.cluster.local:8080`. */
export const collected = (exporter: string, target: string): CapabilityOf<'metrics'> => ({
  kind: 'metrics',
  exporter,
  through: 'collector',
  target,
})
