import { componentsOf, named } from '../collector-graph.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'
import { isStorage, storedBy } from '../queues.ts'

export const storageExtension: CollectorRule = {
  name: 'collector-storage-extension',
  because:
    'a queue named a storage that was not among the extensions: valid for validate, and a restart loop in the cluster',
  check: ({ graph }) =>
    storedBy(graph).flatMap(({ by, what, storage, path }): readonly Finding[] => {
      const owner = `${what === 'queue' ? 'the queue' : 'how far files were read'} of ${by.id}`
      if (named(graph, 'extension', storage) === undefined) {
        const known = componentsOf(graph, 'extension', 'file_storage').map(({ id }) => id)
        return [
          {
            at: path,
            reason: `${owner} is kept by ${storage}, which is no extension here`,
            fix: known[0] === undefined ? `configure ${storage} under extensions` : `write '${known[0]}'`,
          },
        ]
      }
      if (!isStorage(storage)) {
        return [{ at: path, reason: `${owner} is kept by ${storage}, which keeps nothing`, fix: `name a file_storage` }]
      }
      if (graph.enabled.includes(storage)) return []
      return [
        {
          at: path,
          reason: `${owner} is kept by ${storage}, which is not started`,
          fix: `add ${storage} to service.extensions`,
        },
      ]
    }),
}
