import type { Connector, Exporter, Processor, Receiver } from './component.ts'
import type { Signal, Signals } from './signal.ts'

/** Where signals come in, what is done to them, in this order, and where they go. */
export interface Pipeline<S extends Signal> {
  readonly receivers: NonEmpty<Receiver<S> | Begins<S>>
  /** Default: none. */
  readonly processors?: readonly Processor<S>[]
  readonly exporters: NonEmpty<Exporter<S> | Ends<S>>
}

/** Pipelines by signal, and by name where a signal has several: `logs/splunk`. */
export type Pipelines = {
  readonly [S in Signal]?: Pipeline<S>
} & {
  readonly [id: `logs/${string}`]: Pipeline<'logs'>
  readonly [id: `metrics/${string}`]: Pipeline<'metrics'>
  readonly [id: `traces/${string}`]: Pipeline<'traces'>
}

/** What a pipeline of a signal may be called. */
export type PipelineId<S extends Signal> = S | `${S}/${string}`

export type NonEmpty<T> = readonly [T, ...(readonly T[])]

/** A connector at the beginning of a pipeline of a signal. */
type Begins<S extends Signal> = Omit<Connector<never, S>, 'takes'> & { readonly takes: Partial<Signals<Signal>> }

/** A connector at the end of a pipeline of a signal. */
type Ends<S extends Signal> = Omit<Connector<S, never>, 'gives'> & { readonly gives: Partial<Signals<Signal>> }
