import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toYaml } from '../../output/yaml/emit.ts'
import { type Addresses, loopback } from '../moving/addresses.ts'
import type { Startable } from '../running/processes.ts'

/** A collector that stands in for Tempo: each request that it takes becomes a line of JSON in a file. */
export interface TraceStore {
  readonly startable: Startable
  readonly file: string
}

/** It listens to OTLP over HTTP at this port. Nothing runs yet. */
export const traceStore = (otelcol: string, port: number, addresses: Addresses, folder: string): TraceStore => {
  const health = `${loopback}:${addresses.node('tempo', 'health')}`
  const [config, file] = [join(folder, 'tempo.yaml'), join(folder, 'traces.json')]
  writeFileSync(config, configOf(`${loopback}:${port}`, health, file))
  writeFileSync(file, '')
  const started = { name: 'tempo', program: otelcol, args: ['--config', config], env: {}, folder }
  return { file, startable: { ...started, log: join(folder, 'tempo.log'), ready: `http://${health}` } }
}

const configOf = (endpoint: string, health: string, file: string): string =>
  toYaml({
    extensions: { health_check: { endpoint: health } },
    receivers: { otlp: { protocols: { http: { endpoint } } } },
    exporters: { file: { path: file, append: true, flush_interval: '100ms' } },
    service: {
      extensions: ['health_check'],
      telemetry: { metrics: { level: 'none' } },
      pipelines: { traces: { receivers: ['otlp'], exporters: ['file'] } },
    },
  })
