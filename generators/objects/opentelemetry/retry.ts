import type { GoDuration } from '../../fleet/checks/scalars.ts'

export interface Retry {
  /** The longest wait between two attempts. Default `30s`. */
  readonly max_interval?: GoDuration
}

/** Nothing is given up: by default a request is dropped after five minutes, from a queue on disk too. */
export const retryForever = ({ max_interval = '30s' }: Retry = {}) =>
  ({ retry_on_failure: { enabled: true, max_interval, max_elapsed_time: 0 } }) as const
