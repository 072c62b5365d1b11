import { at } from '../../../plan/values.ts'
import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'

export const keptOffsets: CollectorRule = {
  name: 'collector-kept-offsets',
  because: 'an agent forgot with every restart how far it had read, and lines came twice or never',
  check: ({ graph }) =>
    componentsOf(graph, 'receiver', 'file_log').flatMap(({ id, settings, path }): readonly Finding[] => [
      ...(typeof settings.storage === 'string'
        ? []
        : [
            { at: path, reason: `${id} forgets with its Pod how far it has read`, fix: 'name a file_storage: storage' },
          ]),
      ...(at(settings, 'retry_on_failure.enabled') === true
        ? []
        : [
            {
              at: [...path, 'retry_on_failure'],
              reason: `${id} goes on with the next lines when nobody takes what it has read`,
              fix: 'add retry_on_failure: { enabled: true, max_elapsed_time: 0 }',
            },
          ]),
    ]),
}
