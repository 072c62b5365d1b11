import type { CollectorGraph, DefinedComponent } from '../collector-graph.ts'
import type { CollectorRule } from '../collector-rule.ts'

export const usedComponents: CollectorRule = {
  name: 'collector-used-components',
  because: 'a scrubbing processor was configured and stood in no pipeline, and nothing was scrubbed',
  check: ({ graph }) =>
    graph.components
      .filter((component) => !isUsed(graph, component))
      .map(({ kind, id, path }) => ({
        at: path,
        reason: `the ${kind} ${id} is configured and used nowhere, which the collector does not mind`,
        fix:
          kind === 'extension' ? `add ${id} to service.extensions, or remove it` : 'add it to a pipeline, or remove it',
      })),
}

const isUsed = ({ pipelines, enabled }: CollectorGraph, { kind, id }: DefinedComponent): boolean => {
  if (kind === 'extension') return enabled.includes(id)
  return pipelines.some(
    ({ receivers, processors, exporters }) =>
      (kind === 'receiver' && receivers.includes(id)) ||
      (kind === 'processor' && processors.includes(id)) ||
      (kind === 'exporter' && exporters.includes(id)) ||
      (kind === 'connector' && (receivers.includes(id) || exporters.includes(id))),
  )
}
