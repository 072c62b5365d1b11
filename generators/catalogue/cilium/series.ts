import type { CapabilityOf } from '../../fleet/capability.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'
import { contextLabels } from './hubble-metrics.ts'
import type { CiliumOptions } from './options.ts'

/** What the chart's monitors have scraped. Those of agents and Hubble name the node; two hand on a label of the Service. */
export const ciliumSeries = ({ monitors, hubble }: Partial<CiliumOptions>): readonly CapabilityOf<'metrics'>[] => {
  if (monitors !== true) return []
  const counted = hubble?.metrics ?? []
  return [
    monitored('cilium-agent', { labels: ['node', 'k8s_app'] }),
    monitored('cilium-operator', { labels: ['io_cilium_app'] }),
    ...(counted.length === 0 ? [] : [monitored('hubble', { labels: ['node', ...contextLabels(counted)] })]),
  ]
}
