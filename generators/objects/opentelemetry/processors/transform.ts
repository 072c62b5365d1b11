import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ErrorMode } from './error-mode.ts'

export interface TransformSettings extends Named {
  readonly error_mode: ErrorMode
  readonly log_statements?: readonly StatementGroup[]
  readonly metric_statements?: readonly StatementGroup[]
  readonly trace_statements?: readonly StatementGroup[]
}

/** Statements of OTTL, with the paths named in full: `log.body`. */
export interface StatementGroup {
  /** One of them must hold. Default: always. */
  readonly conditions?: readonly string[]
  readonly statements: readonly string[]
}

/** Changes signals by statements. Those of a signal have no effect in pipelines of another. */
export const transformProcessor = ({ name, ...settings }: TransformSettings): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('transform', name),
  settings,
  extensions: [],
  takes: everySignal,
})
