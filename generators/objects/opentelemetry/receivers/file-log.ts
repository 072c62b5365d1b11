import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Receiver, type Settings, type Storage } from '../component.ts'
import { retryForever } from '../retry.ts'

export interface FileLogSettings extends Named {
  /** Default: the logs of all Pods of the node. */
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
  /** Where it keeps how far each file was read. */
  readonly storage: Storage
  /** How often it looks for new files and lines. Default `200ms`. */
  readonly poll_interval?: GoDuration
  /** Default: what reads a container runtime's lines. */
  readonly operators?: readonly Operator[]
}

/** A step in reading a line. */
export interface Operator extends Settings {
  readonly type: string
}

/** Takes a container runtime's lines apart, joins those that it split, and names the Pod by the file's path. */
const containerLines: Operator = { type: 'container' }

/**
 * Reads files from their beginning, once. It waits for whoever does not take what it has read: by default it would go
 * on with the next line.
 */
export const fileLogReceiver = ({
  name,
  include = ['/var/log/pods/*/*/*.log'],
  storage,
  operators = [containerLines],
  ...rest
}: FileLogSettings): Receiver<'logs'> => ({
  kind: 'receiver',
  id: componentId('file_log', name),
  settings: {
    include,
    ...rest,
    include_file_path: true,
    start_at: 'beginning',
    storage: storage.id,
    ...retryForever(),
    operators,
  },
  extensions: [storage],
  gives: { logs: true },
})
