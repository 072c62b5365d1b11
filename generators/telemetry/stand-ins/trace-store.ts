import { toYaml } from '../../output/yaml/emit.ts'
import { loopback } from '../addresses.ts'

/** A collector that stands in for Tempo: each request that it takes becomes a line of JSON in a file. */
export const traceStore = (port: number, health: number, file: string): string =>
  toYaml({
    extensions: { health_check: { endpoint: `${loopback}:${health}` } },
    receivers: { otlp: { protocols: { http: { endpoint: `${loopback}:${port}` } } } },
    exporters: { file: { path: file, append: true, flush_interval: '100ms' } },
    service: {
      extensions: ['health_check'],
      telemetry: { metrics: { level: 'none' } },
      pipelines: { traces: { receivers: ['otlp'], exporters: ['file'] } },
    },
  })
