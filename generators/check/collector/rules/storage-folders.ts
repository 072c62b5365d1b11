import { at } from '../../../plan/values.ts'
import { componentsOf, type DefinedComponent } from '../collector-graph.ts'
import { type CollectorPod, mountOf } from '../collector-pod.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'
import { defaultFolder } from '../queues.ts'

export const storageFolders: CollectorRule = {
  name: 'collector-storage-folders',
  because: 'the folder for compaction did not exist, and the gateway refused to start',
  check: ({ graph, pod }) =>
    componentsOf(graph, 'extension', 'file_storage').flatMap((storage) => [
      ...unmade(storage, pod),
      ...elsewhere(storage),
    ]),
}

const compacts = ({ settings }: DefinedComponent): boolean =>
  at(settings, 'compaction.on_start') === true || at(settings, 'compaction.on_rebound') === true

const text = (value: unknown): string => (typeof value === 'string' ? value : defaultFolder)

/** A folder is there when something is mounted at it, and only then. */
const unmade = (storage: DefinedComponent, pod: CollectorPod | undefined): readonly Finding[] => {
  const { id, settings, path } = storage
  if (settings.create_directory === true) return []
  const folders = [text(settings.directory), ...(compacts(storage) ? [text(at(settings, 'compaction.directory'))] : [])]
  return [...new Set(folders)]
    .filter((folder) => pod === undefined || mountOf(pod, folder)?.path !== folder)
    .map((folder) => ({
      at: path,
      reason: `${id} does not start where the folder ${folder} is not there, and nothing makes it`,
      fix: 'add create_directory: true',
    }))
}

const elsewhere = (storage: DefinedComponent): readonly Finding[] => {
  const { id, settings, path } = storage
  const compaction = at(settings, 'compaction.directory')
  if (!compacts(storage) || typeof compaction === 'string' || typeof settings.directory !== 'string') return []
  return [
    {
      at: [...path, 'compaction'],
      reason: `${id} makes its files smaller in ${defaultFolder}, which is not where they are`,
      fix: `add to compaction: directory: ${settings.directory}/compaction`,
    },
  ]
}
