import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { knownComponent } from '../known-components.ts'

export const queueOfItsOwn: CollectorRule = {
  name: 'collector-queue-of-its-own',
  because: 'sending_queue stood under prometheusremotewrite, which has none, and the collector refused to start',
  check: ({ graph }) =>
    componentsOf(graph, 'exporter')
      .filter(({ type }) => knownComponent('exporter', type)?.queue === undefined)
      .filter(({ type, settings }) => knownComponent('exporter', type) !== undefined && 'sending_queue' in settings)
      .map(({ id, type, path }) => ({
        at: [...path, 'sending_queue'],
        reason: `${id} has no sending_queue, and the collector would not start with it`,
        fix:
          type === 'prometheus_remote_write'
            ? 'remove it and switch remote_write_queue off, so that the sender keeps what is not written yet; or send by otlp_http to /api/v1/otlp, which has one'
            : 'remove it',
      })),
}
