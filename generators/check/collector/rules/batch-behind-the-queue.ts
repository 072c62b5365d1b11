import { named } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'
import { queueOf } from '../queues.ts'

export const batchBehindTheQueue: CollectorRule = {
  name: 'collector-batch-behind-the-queue',
  because:
    'the batch processor of a gateway said yes before anything was on disk: killed within its timeout, it lost all 20 spans and samples',
  check: ({ graph }) =>
    graph.pipelines.flatMap(({ id, processors, exporters, path }) => {
      const batches = processors.filter((one) => named(graph, 'processor', one)?.type === 'batch')
      const keeping = exporters.find((one) => {
        const exporter = named(graph, 'exporter', one)
        return exporter !== undefined && exporter.type !== 'debug' && queueOf(exporter) !== 'memory'
      })
      if (keeping === undefined) return []
      return batches.map((batch) => ({
        at: [...path, 'processors', String(processors.indexOf(batch))],
        reason: `${batch} takes what comes through ${id} from its sender before ${keeping} has it, and a crash loses it`,
        fix: `remove ${batch}${queueOf(named(graph, 'exporter', keeping)!) === 'disk' ? `, and batch in the queue: sending_queue.batch of ${keeping}` : ''}`,
      }))
    }),
}
