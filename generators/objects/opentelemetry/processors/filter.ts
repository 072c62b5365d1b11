import { componentId, type Named, type Processor } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ErrorMode } from './error-mode.ts'

/** Conditions of OTTL, by what they look at. What meets one of them is dropped. */
export interface FilterSettings extends Named {
  readonly error_mode: ErrorMode
  readonly logs?: { readonly log_record: readonly string[] }
  readonly metrics?: { readonly metric?: readonly string[]; readonly datapoint?: readonly string[] }
  readonly traces?: { readonly span?: readonly string[]; readonly spanevent?: readonly string[] }
}

export const filterProcessor = ({ name, ...settings }: FilterSettings): Processor<Signal> => ({
  kind: 'processor',
  id: componentId('filter', name),
  settings,
  extensions: [],
  takes: everySignal,
})
