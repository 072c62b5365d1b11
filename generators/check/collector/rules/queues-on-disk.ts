import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { keepsOnDisk, queueOf } from '../queues.ts'

export const queuesOnDisk: CollectorRule = {
  name: 'collector-queues-on-disk',
  because: 'a gateway kept the queue of one store on disk and that of the next in memory, where a crash took it',
  check: ({ graph }) =>
    keepsOnDisk(graph)
      ? componentsOf(graph, 'exporter')
          .filter((exporter) => exporter.type !== 'debug' && exporter.type !== 'prometheus_remote_write')
          .filter((exporter) => queueOf(exporter) === 'memory')
          .map(({ id, path }) => ({
            at: [...path, 'sending_queue'],
            reason: `${id} has its queue in memory beside others on disk, and loses it in a crash`,
            fix: 'name the storage: sending_queue.storage',
          }))
      : [],
}
