import { componentsOf } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { texts } from '../shape.ts'

export const routingDefault: CollectorRule = {
  name: 'collector-routing-default',
  because: 'a table of routes had none for a new customer, and that customer’s logs went nowhere without a word',
  check: ({ graph }) =>
    componentsOf(graph, 'connector', 'routing')
      .filter(({ settings }) => texts(settings.default_pipelines).length === 0)
      .map(({ id, path }) => ({
        at: path,
        reason: `${id} drops what no route of its table takes`,
        fix: 'add default_pipelines',
      })),
}
