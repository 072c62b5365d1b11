import type { CapabilityOf } from '../../fleet/capability.ts'

/**
 * Nodes with a GPU, as node feature discovery labels them: by a PCI device of NVIDIA's (10de) of the classes that the chart
 * has it look at. `nvidia.com/gpu.present` is set by NVIDIA's operator alone, which is not here. Providers that taint such
 * nodes do it by this key.
 */
export const discoveredNodes: CapabilityOf<'node-feature'> = {
  kind: 'node-feature',
  feature: 'nvidia-gpu',
  nodeSelector: { 'feature.node.kubernetes.io/pci-10de.present': 'true' },
  taints: ['nvidia.com/gpu:NoSchedule'],
}
