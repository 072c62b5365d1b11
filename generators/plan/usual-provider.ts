import type { EndpointName } from '../fleet/capability.ts'
import type { Wanted } from './unmet.ts'

/** The catalogue's components for each address that may be missing, as a fleet has them. */
const byEndpoint: Readonly<Record<EndpointName, string>> = {
  alertmanager: 'alertmanager() or kubePrometheusStack()',
  grafana: 'grafana() or kubePrometheusStack()',
  'loki-push': 'lokiSingle() or loki()',
  otlp: 'otelGateway()',
  'otlp-logs': 'lokiSingle()',
  'otlp-metrics': 'prometheus({ receivers: { otlp: true } })',
  'otlp-traces': 'tempo()',
  prometheus: 'prometheus() or kubePrometheusStack()',
  'remote-write': 'prometheus({ receivers: { remoteWrite: true } })',
  s3: 'minio()',
}

/** Those that a requirement may ask for by name, where others provide the same. */
const byName: Readonly<Record<string, string>> = {
  'otel-aggregator': 'otelAggregator()',
  'otel-gateway': 'otelGateway()',
}

/** What to add for a requirement that nothing meets. */
export const usualProvider = (requirement: Wanted): string => {
  // Nothing but the operator reads monitors.
  if (requirement.kind === 'monitor-labels') return 'kubePrometheusStack()'
  const { name, from } = requirement
  if (from === undefined) return byEndpoint[name]
  return byName[from] ?? `a component called ${from}, such as ${byEndpoint[name]}`
}
