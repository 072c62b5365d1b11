import { at } from '../../../plan/values.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const noRemoteWriteQueue: CollectorRule = {
  name: 'collector-no-remote-write-queue',
  because: 'remote write queues in memory and answers at once: the gateway was killed, and all 20 samples were lost',
  check: ({ graph }) =>
    componentsOf(graph, 'exporter', 'prometheus_remote_write')
      .filter(({ settings }) => at(settings, 'remote_write_queue.enabled') !== false && (settings.wal ?? null) === null)
      .map(({ id, path }) => ({
        at: [...path, 'remote_write_queue'],
        reason: `${id} holds what is not written yet in memory, and loses it in a crash`,
        fix: 'write remote_write_queue: { enabled: false }, so that the sender keeps it',
      })),
}
