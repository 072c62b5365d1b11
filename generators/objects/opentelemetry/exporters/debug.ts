import { componentId, type Exporter, type Named } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'

export interface DebugSettings extends Named {
  /** Default `basic`: a count. `detailed` shows everything, personal data included. */
  readonly verbosity?: 'basic' | 'detailed' | 'normal'
}

/** Writes to the collector's own log, beside where signals really go: alone, it loses them all. */
export const debugExporter = ({ name, ...settings }: DebugSettings = {}): Exporter<Signal> => ({
  kind: 'exporter',
  id: componentId('debug', name),
  settings,
  extensions: [],
  takes: everySignal,
})
