import type { Values, Where } from '../../fleet/component.ts'
import { everyNode } from '../../objects/kubernetes/every-node.ts'
import { discoveredNodes } from './discovered-nodes.ts'
import type { NvidiaDevicePluginOptions } from './options.ts'

/** The chart's values for the options that are given. */
export const pluginValues = (
  { featureDiscovery, resources }: Partial<NvidiaDevicePluginOptions>,
  where: Where,
): Values => ({
  fullnameOverride: where.name,
  // The chart asks for one of three labels that only other programs set: without any of them no Pod was ever made, and
  // those that wanted a GPU stayed pending.
  affinity: null,
  nodeSelector: featureDiscovery ? discoveredNodes.nodeSelector : where.found.nodes('nvidia-gpu')?.nodeSelector,
  // It belongs on every node with a GPU, whatever else the node is set apart for.
  tolerations: everyNode,
  resources,
  gfd: { enabled: featureDiscovery },
  // What looks at the nodes must come to all of them, and the chart has it tolerate a taint of one value alone.
  nfd: featureDiscovery ? { worker: { tolerations: everyNode } } : undefined,
})
