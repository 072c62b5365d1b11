import type { Signal } from '../../../objects/opentelemetry/signal.ts'
import { type CollectorGraph, type DefinedComponent, named, type PipelineNode, typeOf } from '../collector-graph.ts'
import type { CollectorRule, Finding } from '../collector-rule.ts'
import { type ComponentKind, knownComponent } from '../known-components.ts'

export const supportedSignals: CollectorRule = {
  name: 'collector-supported-signals',
  because: 'an exporter of metrics stood in a pipeline of logs, and the collector refused to start',
  check: ({ graph }) =>
    graph.pipelines.flatMap((pipeline) => [
      ...unsupported(graph, pipeline, 'receivers', 'receiver'),
      ...unsupported(graph, pipeline, 'processors', 'processor'),
      ...unsupported(graph, pipeline, 'exporters', 'exporter'),
    ]),
}

const unsupported = (
  graph: CollectorGraph,
  { id: pipeline, signal, path, ...parts }: PipelineNode,
  role: 'exporters' | 'processors' | 'receivers',
  kind: ComponentKind,
): readonly Finding[] => {
  if (signal === undefined) return []
  return parts[role].flatMap((id, index) => {
    const component = named(graph, kind, id) ?? named(graph, 'connector', id)
    const handled = component && handledBy(component, role)
    if (component === undefined || handled === undefined || handled.includes(signal)) return []
    const does = role === 'receivers' ? 'gives' : 'takes'
    return [
      {
        at: [...path, role, String(index)],
        reason: `the ${component.kind} ${id} stands in the pipeline ${pipeline}, and ${does} only ${handled.join(' and ')}`,
        fix: `move it to a pipeline of ${handled.join(' or ')}`,
      },
    ]
  })
}

const handledBy = ({ kind, id }: DefinedComponent, role: string): readonly Signal[] | undefined => {
  const known = knownComponent(kind, typeOf(id))
  return kind === 'connector' && role === 'receivers' ? (known?.gives ?? known?.signals) : known?.signals
}
