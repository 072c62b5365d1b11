import type { Where } from '../../generators/fleet/component.ts'
import type { NodePool } from '../../generators/fleet/traits.ts'
import { where } from './where.ts'

/** Nodes with GPUs, as a cluster declares them. */
export const gpu = {
  gpu: true,
  labels: { 'example.com/pool': 'gpu' },
  taints: ['nvidia.com/gpu=present:NoSchedule'],
} as const satisfies NodePool

/** A place in a cluster with such nodes, found. */
export const beside = (name: string): Where => {
  const here = where(name)
  const nodes = { kind: 'node-feature', feature: 'nvidia-gpu', nodeSelector: gpu.labels, taints: gpu.taints } as const
  return { ...here, found: { ...here.found, nodes: () => nodes } }
}
