import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const memoryLimiterInterval: CollectorRule = {
  name: 'collector-memory-limiter-interval',
  because: 'memory_limiter has no interval by default, and the collector does not start without one',
  check: ({ graph }) =>
    componentsOf(graph, 'processor', 'memory_limiter')
      .filter(({ settings }) => [undefined, null, 0, '0', '0s'].includes(settings.check_interval as string))
      .map(({ id, path }) => ({
        at: [...path, 'check_interval'],
        reason: `${id} is not told how often to look, and the collector would not start with it`,
        fix: 'add check_interval: 1s',
      })),
}
