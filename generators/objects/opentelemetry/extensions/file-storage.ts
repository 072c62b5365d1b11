import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Storage } from '../component.ts'

export interface FileStorageSettings extends Named {
  /** A folder on a volume that outlives the Pod: `/var/lib/otelcol/queue`. */
  readonly directory: string
  /** How long it waits for the lock on a file. Default `1s`. */
  readonly timeout?: GoDuration
  /** Whether each write reaches the disk before it counts: slower, and safe from a power cut. Default: no, a crash alone. */
  readonly fsync?: boolean
}

/**
 * Keeps queues and offsets in files, which it makes smaller when a backlog is gone. It makes both folders itself: one
 * that is not there keeps the collector from starting, and by default compaction takes place in another than its own.
 */
export const fileStorage = ({ name, directory, ...rest }: FileStorageSettings): Storage => ({
  kind: 'extension',
  keeps: 'state',
  id: componentId('file_storage', name),
  settings: {
    directory,
    create_directory: true,
    ...rest,
    compaction: { directory: `${directory}/compaction`, on_start: true, on_rebound: true, cleanup_on_start: true },
  },
  extensions: [],
})
