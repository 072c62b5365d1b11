import type { Signal, Signals } from './signal.ts'

/** One component of a collector. It is defined where a pipeline, or another component, uses it: there is no other place. */
interface Component<Kind extends string> {
  readonly kind: Kind
  /** Its type, and a name where a collector has several of that type: `otlp_grpc/hub`. */
  readonly id: string
  readonly settings: Settings
  /** The extensions without which it does not start. */
  readonly extensions: readonly Extension[]
}

/** Takes these signals in from outside. */
export interface Receiver<S extends Signal> extends Component<'receiver'> {
  readonly gives: Signals<S>
}

/** Changes, drops or holds back these signals. */
export interface Processor<S extends Signal> extends Component<'processor'> {
  readonly takes: Signals<S>
}

/** Sends these signals out. */
export interface Exporter<S extends Signal> extends Component<'exporter'> {
  readonly takes: Signals<S>
}

/** Ends pipelines of one signal and begins pipelines of the same or another. */
export interface Connector<From extends Signal, To extends Signal> extends Component<'connector'> {
  readonly takes: Signals<From>
  readonly gives: Signals<To>
}

/** Serves the collector as a whole, or other components. */
export type Extension = Component<'extension'>

/** An extension that keeps queues and offsets. */
export interface Storage extends Extension {
  readonly keeps: 'state'
}

/** Settings as the collector reads them. What is `undefined` is left out. */
export type Settings = Readonly<Record<string, unknown>>

/** What every builder of a component takes. */
export interface Named {
  /** Tells it from others of its type in one collector: `hub`. Default: none, for the only one. */
  readonly name?: string
}

export const componentId = (type: string, name?: string): string => (name === undefined ? type : `${type}/${name}`)
