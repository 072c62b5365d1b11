import type { CapabilityOf } from '../../fleet/capability.ts'

/** Whether a series of an exporter is thrown away before it is stored, or not asked for in the first place. */
export const isDropped = ({ dropped = [] }: CapabilityOf<'metrics'>, series: string): boolean =>
  dropped.some((one) => (one.endsWith('*') ? series.startsWith(one.slice(0, -1)) : series === one))
