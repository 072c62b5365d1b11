import { isRecord } from '../../fleet/checks/check.ts'
import { type Signal, signals } from '../../objects/opentelemetry/signal.ts'
import { at } from '../../plan/values.ts'
import { type ComponentKind, currentType } from './known-components.ts'
import { record, texts } from './shape.ts'

/** A collector's configuration, whoever wrote it, as what flows through what. */
export interface CollectorGraph {
  readonly components: readonly DefinedComponent[]
  readonly pipelines: readonly PipelineNode[]
  /** The extensions that the service starts, by id. */
  readonly enabled: readonly string[]
  /** All of it, as it was written. */
  readonly config: Readonly<Record<string, unknown>>
}

export interface DefinedComponent {
  readonly kind: ComponentKind
  /** As it was written: `otlp/hub`. */
  readonly id: string
  /** By its current name: `otlp_grpc`. */
  readonly type: string
  readonly settings: Readonly<Record<string, unknown>>
  /** Where it stands in the configuration: `['exporters', 'otlp/hub']`. */
  readonly path: readonly string[]
}

export interface PipelineNode {
  /** `logs/splunk`. */
  readonly id: string
  /** Undefined where the id names none. */
  readonly signal: Signal | undefined
  readonly receivers: readonly string[]
  readonly processors: readonly string[]
  readonly exporters: readonly string[]
  readonly path: readonly string[]
}

const sections: Readonly<Record<string, ComponentKind>> = {
  receivers: 'receiver',
  processors: 'processor',
  exporters: 'exporter',
  connectors: 'connector',
  extensions: 'extension',
}

/** Whether data is meant to be a collector's configuration: pipelines under a service. */
export const isCollectorConfig = (data: unknown): boolean => isRecord(at(data, 'service.pipelines'))

/** Reads a configuration. What has not the shape that a collector asks for counts as not there. */
export const readCollector = (data: unknown): CollectorGraph => {
  const config = record(data)
  return {
    components: Object.entries(sections).flatMap(([section, kind]) =>
      Object.entries(record(config[section])).map(([id, settings]) => ({
        kind,
        id,
        type: currentType(kind, typeOf(id)),
        settings: record(settings),
        path: [section, id],
      })),
    ),
    pipelines: Object.entries(record(at(config, 'service.pipelines'))).map(([id, pipeline]) => ({
      id,
      signal: signals.find((signal) => signal === typeOf(id)),
      receivers: texts(record(pipeline).receivers),
      processors: texts(record(pipeline).processors),
      exporters: texts(record(pipeline).exporters),
      path: ['service', 'pipelines', id],
    })),
    enabled: texts(at(config, 'service.extensions')),
    config,
  }
}

/** The type in an id: what stands before the slash. */
export const typeOf = (id: string): string => id.split('/', 1)[0]!.trim()

/** The components of a kind, or of one type of it. */
export const componentsOf = (
  { components }: CollectorGraph,
  kind: ComponentKind,
  ...types: readonly string[]
): readonly DefinedComponent[] =>
  components.filter((one) => one.kind === kind && (types.length === 0 || types.includes(one.type)))

/** The component that a pipeline names, if there is one. */
export const named = (graph: CollectorGraph, kind: ComponentKind, id: string): DefinedComponent | undefined =>
  graph.components.find((one) => one.kind === kind && one.id === id)
