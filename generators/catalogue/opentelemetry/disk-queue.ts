import { bytesIn } from '../../objects/kubernetes/quantity.ts'
import { fileStorage } from '../../objects/opentelemetry/extensions/file-storage.ts'
import type { Queue } from '../../objects/opentelemetry/queue.ts'

export interface DiskQueue {
  /** The room that there is, as a Kubernetes quantity. */
  readonly size?: string
  /** How many exporters there are, times their signals: each has a queue of its own. */
  readonly queues: number
}

/** Where a collector keeps what must outlive its Pod. */
export const stateFolder = '/var/lib/otelcol'

/** The volume of a collector that keeps its queue alone. */
export const queueMount = { name: 'queue', mountPath: stateFolder } as const

/**
 * A queue that a crash leaves alone, and that never fills its disk: of the room there is a share for each queue, one for
 * the copy that makes a file smaller, and one that stays free.
 *
 * Requests are made of a size behind the queue, where nothing is lost. gRPC takes 4 MiB at most, and what is larger would
 * be dropped, not tried again.
 */
export const diskQueue = ({ size, queues }: DiskQueue): Queue => {
  const room = bytesIn(size)
  return {
    storage: fileStorage({ name: 'queue', directory: `${stateFolder}/queue` }),
    sizer: 'bytes',
    ...(room === undefined ? {} : { queue_size: Math.floor(room / (queues + 2)) }),
    batch: { flush_timeout: '1s', min_size: 2 ** 20, max_size: 3 * 2 ** 20 },
  }
}
