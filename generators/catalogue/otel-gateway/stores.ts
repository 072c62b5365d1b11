import type { EndpointName, Found, Requirement } from '../../fleet/capability.ts'
import type { Exporter } from '../../objects/opentelemetry/component.ts'
import { otlpHttpExporter } from '../../objects/opentelemetry/exporters/otlp-http.ts'
import type { Queue } from '../../objects/opentelemetry/queue.ts'
import type { Signal } from '../../objects/opentelemetry/signal.ts'
import { lokiSingleName, lokiSingleOtlp } from '../loki-single/addresses.ts'
import { usualPrometheusOtlp } from '../prometheus/addresses.ts'
import { tempoName, tempoOtlp } from '../tempo/addresses.ts'

/** Where each signal is kept: all stores take OTLP over HTTP, and so all queues are alike. */
const stores = {
  logs: { name: 'loki', endpoint: 'otlp-logs' },
  metrics: { name: 'prometheus', endpoint: 'otlp-metrics' },
  traces: { name: 'tempo', endpoint: 'otlp-traces' },
} as const satisfies Record<Signal, { name: string; endpoint: EndpointName }>

export const storeRequirements: readonly Requirement[] = [
  { kind: 'endpoint', name: 'otlp-logs', usually: (namespace) => lokiSingleOtlp(lokiSingleName, namespace) },
  { kind: 'endpoint', name: 'otlp-metrics', usually: usualPrometheusOtlp },
  { kind: 'endpoint', name: 'otlp-traces', usually: (namespace) => tempoOtlp(tempoName, namespace) },
]

/** Sends a signal to the store that the hub has for it. A hub without one is told so by the plan. */
export const storeFor = (signal: Signal, found: Found, queue: Queue): Exporter<Signal> => {
  const { name, endpoint } = stores[signal]
  return otlpHttpExporter({ name, endpoint: found.endpoint(endpoint) ?? '', queue })
}
