import type { GoDuration } from '../../fleet/checks/scalars.ts'
import type { Settings, Storage } from './component.ts'

/** What an exporter holds until its receiver has taken it. */
export interface Queue {
  /** Where it lies. Default: in memory, from which a crash takes it. */
  readonly storage?: Storage
  /** How much it holds, as `sizer` counts. Default 1000. When it is full, what comes is refused, and the sender keeps it. */
  readonly queue_size?: number
  /** What it counts. A disk is full of bytes, however many requests they are. Default `requests`. */
  readonly sizer?: 'bytes' | 'items' | 'requests'
  /** How many requests are sent at a time. Default 10. */
  readonly num_consumers?: number
  /** Makes larger requests of small ones behind the queue, where nothing is lost. Default: off. */
  readonly batch?: QueueBatch
}

export interface QueueBatch {
  /** What its sizes count: items are spans, data points and log records. Default: as the queue, or else `items`. */
  readonly sizer?: 'bytes' | 'items'
  /** How long it waits for more. Default `200ms`. */
  readonly flush_timeout?: GoDuration
  /** What is sent at once. Default 8192. */
  readonly min_size?: number
  /** What is split. Default: nothing. */
  readonly max_size?: number
}

/** What an exporter that has a queue takes. */
export interface Queued {
  readonly queue?: Queue
}

/** The settings of a queue, as every exporter that has one calls them. */
export const queueSettings = (queue: Queue | undefined): Settings =>
  queue === undefined ? {} : { sending_queue: { ...queue, storage: queue.storage?.id } }

export const queueExtensions = (queue: Queue | undefined): readonly Storage[] =>
  queue?.storage === undefined ? [] : [queue.storage]
