import type { Values, Where } from '../../fleet/component.ts'
import { everyNode } from '../../objects/kubernetes/every-node.ts'
import type { DcgmExporterOptions } from './options.ts'

/** The chart's values for the options that are given. */
export const exporterValues = (
  { monitor, resources }: Partial<DcgmExporterOptions>,
  { name, found }: Where,
): Values => ({
  fullnameOverride: name,
  nodeSelector: found.nodes('nvidia-gpu')?.nodeSelector,
  // It belongs on every node with a GPU, whatever else the node is set apart for.
  tolerations: everyNode,
  // One address would lead to another node's exporter at each scrape: its name leads to the Pods themselves.
  service: { clusterIP: 'None' },
  // It is on unless somebody says otherwise, and the release fails where the definitions are missing.
  serviceMonitor: { enabled: monitor, additionalLabels: monitor ? found.monitorLabels() : undefined },
  resources: resources && {
    ...resources,
    // The chart would limit it to a fifth of a processor, and a scrape of eight GPUs would be late.
    limits: { cpu: null, ...resources.limits },
  },
})
