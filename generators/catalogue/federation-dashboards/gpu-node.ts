import { labelValues, type Variable } from '../../objects/grafana/variables.ts'
import { of } from './cluster.ts'

/** The choice of nodes, which the exporter knows as hosts. */
export const nodeVariable = (uid: string): Variable =>
  labelValues('node', {
    datasource: { type: 'prometheus', uid },
    title: 'Node',
    metric: of('DCGM_FI_DEV_GPU_UTIL'),
    label: 'Hostname',
  })

/** Series of the GPUs of the chosen nodes. */
export const gpus = (metric: string, ...matchers: readonly string[]): string =>
  of(metric, 'Hostname=~"$node"', ...matchers)
