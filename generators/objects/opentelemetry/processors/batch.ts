import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'

/** Sizes in spans, data points or log records. */
export interface BatchSettings extends Named {
  /** How long it waits for more. Default `200ms`. */
  readonly timeout?: GoDuration
  /** What is sent at once. Default 8192. */
  readonly send_batch_size?: number
  /** What is split. Default: nothing. */
  readonly send_batch_max_size?: number
}

/**
 * Makes larger requests of small ones. It says yes to the sender before anybody else has, and a crash takes what it
 * holds: in front of a queue on disk, `batch` of the queue does the same without a loss.
 */
export const batchProcessor = ({ name, ...settings }: BatchSettings = {}): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('batch', name),
  settings,
  extensions: [],
  takes: everySignal,
})
