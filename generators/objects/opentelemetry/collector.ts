import type { Connector, Exporter, Extension, Processor, Receiver, Settings } from './component.ts'
import type { Pipeline, Pipelines } from './pipeline.ts'
import type { Signal } from './signal.ts'
import { type Telemetry, telemetrySettings } from './telemetry.ts'

export interface CollectorSettings {
  readonly pipelines: Pipelines
  /** What serves the collector as a whole, such as its health. What its components need comes with them. */
  readonly extensions?: readonly Extension[]
  readonly telemetry?: Telemetry
}

/** A configuration as the collector reads it, from YAML or JSON. */
export interface CollectorConfig {
  readonly extensions?: Components
  readonly receivers: Components
  readonly processors?: Components
  readonly connectors?: Components
  readonly exporters: Components
  readonly service: {
    readonly extensions?: readonly string[]
    readonly telemetry: Settings
    readonly pipelines: Readonly<Record<string, PipelineConfig>>
  }
}

/** Settings by id: `otlp_grpc/hub`. */
export type Components = Readonly<Record<string, Settings>>

export interface PipelineConfig {
  readonly receivers: readonly string[]
  readonly processors?: readonly string[]
  readonly exporters: readonly string[]
}

type Part = Receiver<never> | Processor<never> | Exporter<never> | Connector<never, never> | Extension

/**
 * A configuration of what its pipelines name: nothing is defined that none uses, and nothing used that is not defined.
 * Throws when two different components have one id.
 */
export const collectorConfig = ({ pipelines, extensions = [], telemetry }: CollectorSettings): CollectorConfig => {
  const named = Object.entries(pipelines as Readonly<Record<string, Pipeline<Signal>>>)
  const parts: readonly Part[] = named.flatMap(([, { receivers, processors = [], exporters }]) => [
    ...receivers,
    ...processors,
    ...exporters,
  ])
  const all = [...extensions, ...parts, ...parts.flatMap((part) => part.extensions)]
  const of = (kind: Part['kind']) => definitions(all.filter((part) => part.kind === kind))
  const extended = of('extension')
  return {
    ...ifAny('extensions', extended),
    receivers: of('receiver'),
    ...ifAny('processors', of('processor')),
    ...ifAny('connectors', of('connector')),
    exporters: of('exporter'),
    service: {
      ...(Object.keys(extended).length === 0 ? {} : { extensions: Object.keys(extended) }),
      telemetry: telemetrySettings(telemetry),
      pipelines: Object.fromEntries(named.map(([id, pipeline]) => [id, references(pipeline)])),
    },
  }
}

const definitions = (parts: readonly Part[]): Components => {
  const found = new Map<string, Part>()
  for (const part of parts) {
    const other = found.get(part.id)
    if (other !== undefined && other !== part) throw new Error(`two different ${part.kind}s are called ${part.id}`)
    found.set(part.id, part)
  }
  return Object.fromEntries([...found].map(([id, { settings }]) => [id, settings]))
}

const ifAny = <Key extends string>(key: Key, components: Components) =>
  (Object.keys(components).length === 0 ? {} : { [key]: components }) as { readonly [K in Key]?: Components }

const references = ({ receivers, processors = [], exporters }: Pipeline<Signal>): PipelineConfig => ({
  receivers: ids(receivers),
  ...(processors.length === 0 ? {} : { processors: ids(processors) }),
  exporters: ids(exporters),
})

const ids = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map(({ id }) => id)
