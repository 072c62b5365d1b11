import type { Alert } from './alert.ts'

/** Whose Pod a GPU is at the moment changes, and would start the alert anew. */
const each = 'cluster_id, Hostname, gpu, modelName'
const which =
  'GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of node {{ $labels.Hostname }}, cluster {{ $labels.cluster_id }},'

export const gpuAlerts: readonly Alert[] = [
  {
    name: 'GpuHot',
    when: `max by (${each}) (DCGM_FI_DEV_GPU_TEMP) > 85`,
    for: '5m',
    severity: 'warning',
    summary: 'A GPU of cluster {{ $labels.cluster_id }} is hot.',
    description: `${which} has {{ $value }} °C. It becomes slower, and switches itself off a few degrees above.`,
  },
  {
    name: 'GpuXidError',
    // An error may come and be cleared between two looks at it.
    when: `max by (${each}) (max_over_time(DCGM_FI_DEV_XID_ERRORS[10m])) > 0`,
    severity: 'warning',
    summary: 'The driver of a GPU of cluster {{ $labels.cluster_id }} reports an error.',
    description: `${which} had XID error {{ $value }}. Its number says whether a program, the driver or the GPU is at fault.`,
  },
]
