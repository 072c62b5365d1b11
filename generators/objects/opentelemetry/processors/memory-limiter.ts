import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'

interface Common extends Named {
  /** How often it looks. Default `1s`; the collector has none, and does not start without. */
  readonly check_interval?: GoDuration
}

/** In hundredths of what the container may have. */
interface Share extends Common {
  readonly limit_percentage: number
  /** What may come between two looks. Default: a fifth of the limit. */
  readonly spike_limit_percentage?: number
}

interface Amount extends Common {
  readonly limit_mib: number
  /** What may come between two looks. Default: a fifth of the limit. */
  readonly spike_limit_mib?: number
}

export type MemoryLimiterSettings = Share | Amount

/** Refuses what comes when memory gets short, so that the sender keeps it. It stands first in every pipeline. */
export const memoryLimiterProcessor = ({
  name,
  check_interval = '1s',
  ...limits
}: MemoryLimiterSettings): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('memory_limiter', name),
  settings: { check_interval, ...limits },
  extensions: [],
  takes: everySignal,
})
