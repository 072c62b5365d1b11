import type { Quantity } from '../../fleet/checks/scalars.ts'
import type { Where } from '../../fleet/component.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import type { KubePrometheusStackOptions } from './options.ts'
import { nodePortService, resourceValues, type StackValues, volumeClaim } from './values.ts'

/** Values of Prometheus. Its selectors stay as the chart has them: what is labelled `release: <name>` is read. */
export const prometheusValues = (
  { retention, scrapeInterval, prometheus = {} }: Partial<KubePrometheusStackOptions>,
  where: Where,
): StackValues => ({
  prometheus: {
    service: nodePortService(prometheus.nodePort),
    prometheusSpec: {
      scrapeInterval,
      retention,
      retentionSize: bytes(prometheus.retentionSize),
      storageSpec: volumeClaim(prometheus.size, where.storageClass),
      affinity: keepsDataAffinity(where),
      resources: resourceValues(prometheus.resources),
    },
  },
  // The chart would scrape cAdvisor every ten seconds, whatever Prometheus is told.
  kubelet: { serviceMonitor: { cAdvisorInterval: scrapeInterval } },
})

/** Prometheus writes a size as `10GiB` where Kubernetes writes `10Gi`. */
const bytes = (quantity: Quantity | undefined) =>
  quantity === undefined ? undefined : `${quantity.replace('k', 'K')}B`
