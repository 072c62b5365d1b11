import type { Settings } from './component.ts'

/** What a collector says of itself. */
export interface Telemetry {
  /** Where its metrics are scraped, on every address. Default 8888. */
  readonly port?: number
  /** Default `info`. */
  readonly logLevel?: 'debug' | 'error' | 'info' | 'warn'
}

/**
 * Readers took the place of `metrics.address`, which is refused. The names of the metrics are kept as they are documented;
 * a reader by itself appends `_total` and units.
 */
export const telemetrySettings = ({ port = 8888, logLevel = 'info' }: Telemetry = {}): Settings => ({
  logs: { level: logLevel, encoding: 'json' },
  metrics: {
    readers: [
      {
        pull: {
          exporter: {
            prometheus: {
              host: '0.0.0.0',
              port,
              without_scope_info: true,
              without_type_suffix: true,
              without_units: true,
            },
          },
        },
      },
    ],
  },
})
