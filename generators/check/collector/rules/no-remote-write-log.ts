import { at } from '../../../plan/values.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const noRemoteWriteLog: CollectorRule = {
  name: 'collector-no-remote-write-log',
  because:
    'the write-ahead log of remote write logged errors while it was empty, and by default sent nothing before 300 requests were there: 300 of 400 samples after 70 seconds',
  check: ({ graph }) =>
    componentsOf(graph, 'exporter', 'prometheus_remote_write')
      .filter(({ settings }) => settings.wal !== undefined && settings.wal !== null)
      .map(({ id, settings, path }) => {
        const size = at(settings, 'wal.buffer_size') ?? 300
        return {
          at: [...path, 'wal'],
          reason:
            size === 1
              ? `${id} keeps a write-ahead log, which reports an error whenever it is empty`
              : `${id} keeps a write-ahead log, and sends nothing before ${size} requests are in it`,
          fix: 'remove wal and switch remote_write_queue off, so that the sender keeps what is not written yet',
        }
      }),
}
