import { at } from '../../plan/values.ts'
import { type CollectorGraph, componentsOf, type DefinedComponent, named, typeOf } from './collector-graph.ts'
import { knownComponent } from './known-components.ts'

/** A component that keeps something in a storage extension: a queue, or how far a file was read. */
export interface Stored {
  readonly by: DefinedComponent
  readonly what: 'offsets' | 'queue'
  /** The storage's id. */
  readonly storage: string
  /** Where the storage is named. */
  readonly path: readonly string[]
}

export const storedBy = (graph: CollectorGraph): readonly Stored[] =>
  graph.components.flatMap((by): readonly Stored[] => {
    const queue = at(by.settings, 'sending_queue.storage')
    const offsets = by.settings.storage
    if (by.kind === 'exporter' && typeof queue === 'string') {
      return [{ by, what: 'queue', storage: queue, path: [...by.path, 'sending_queue', 'storage'] }]
    }
    if (by.kind === 'receiver' && typeof offsets === 'string') {
      return [{ by, what: 'offsets', storage: offsets, path: [...by.path, 'storage'] }]
    }
    return []
  })

/** Whether an extension keeps queues. One that is not known here may. */
export const isStorage = (id: string): boolean => {
  const known = knownComponent('extension', typeOf(id))
  return known === undefined || known.storage === true
}

/** Where a file storage keeps what it is given, if it is one. */
export const folderOf = (graph: CollectorGraph, storage: string): string | undefined => {
  const extension = named(graph, 'extension', storage)
  if (extension?.type !== 'file_storage') return undefined
  const { directory } = extension.settings
  return typeof directory === 'string' ? directory : defaultFolder
}

/** What file storage takes where nothing is said, for compaction too. */
export const defaultFolder = '/var/lib/otelcol/file_storage'

/**
 * Whether an exporter answers before its receiver has: from a queue on disk, from one in memory, or not at all.
 * Those with a queue have it on, in memory, unless they are told otherwise.
 */
export const queueOf = ({ type, settings }: DefinedComponent): 'disk' | 'memory' | 'none' => {
  if (type === 'prometheus_remote_write') {
    if (settings.wal !== undefined && settings.wal !== null) return 'disk'
    return at(settings, 'remote_write_queue.enabled') === false ? 'none' : 'memory'
  }
  if (knownComponent('exporter', type)?.queue !== true || at(settings, 'sending_queue.enabled') === false) return 'none'
  return typeof at(settings, 'sending_queue.storage') === 'string' ? 'disk' : 'memory'
}

/** Whether a collector keeps what it could not send yet through a crash. */
export const keepsOnDisk = (graph: CollectorGraph): boolean =>
  componentsOf(graph, 'exporter').some((exporter) => queueOf(exporter) === 'disk')
