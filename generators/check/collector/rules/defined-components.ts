import { nearest } from '../../../nearest.ts'
import { type CollectorGraph, componentsOf, named, type PipelineNode } from '../collector-graph.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'
import type { ComponentKind } from '../known-components.ts'

export const definedComponents: CollectorRule = {
  name: 'collector-defined-components',
  because: 'a pipeline named an exporter that nobody had configured, and the collector refused to start',
  check: ({ graph }) => [
    ...graph.pipelines.flatMap((pipeline) => [
      ...missing(graph, pipeline, 'receivers', 'receiver'),
      ...missing(graph, pipeline, 'processors', 'processor'),
      ...missing(graph, pipeline, 'exporters', 'exporter'),
    ]),
    ...graph.enabled.flatMap((id, index) =>
      named(graph, 'extension', id) === undefined
        ? [finding(graph, 'the service', ['service', 'extensions', String(index)], 'extension', id)]
        : [],
    ),
  ],
}

const missing = (
  graph: CollectorGraph,
  pipeline: PipelineNode,
  role: 'exporters' | 'processors' | 'receivers',
  kind: ComponentKind,
): readonly Finding[] =>
  pipeline[role].flatMap((id, index) => {
    const joins = kind !== 'processor' && named(graph, 'connector', id) !== undefined
    if (joins || named(graph, kind, id) !== undefined) return []
    return [finding(graph, `the pipeline ${pipeline.id}`, [...pipeline.path, role, String(index)], kind, id)]
  })

const finding = (
  graph: CollectorGraph,
  who: string,
  at: readonly string[],
  kind: ComponentKind,
  id: string,
): Finding => {
  const meant = nearest(
    id,
    [...componentsOf(graph, kind), ...componentsOf(graph, 'connector')].map((one) => one.id),
  )
  return {
    at,
    reason: `${who} names the ${kind} ${id}, which is not configured`,
    fix: meant === undefined ? `configure ${id} under ${kind}s` : `write '${meant}', or configure ${id} under ${kind}s`,
  }
}
