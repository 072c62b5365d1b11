import { collectorConfig } from '../../../generators/objects/opentelemetry/collector.ts'
import { routingConnector } from '../../../generators/objects/opentelemetry/connectors/routing.ts'
import { serviceGraphConnector } from '../../../generators/objects/opentelemetry/connectors/service-graph.ts'
import { spanMetricsConnector } from '../../../generators/objects/opentelemetry/connectors/span-metrics.ts'
import { fromEnvironment } from '../../../generators/objects/opentelemetry/environment.ts'
import { datadogExporter } from '../../../generators/objects/opentelemetry/exporters/datadog.ts'
import { debugExporter } from '../../../generators/objects/opentelemetry/exporters/debug.ts'
import { otlpGrpcExporter } from '../../../generators/objects/opentelemetry/exporters/otlp-grpc.ts'
import { otlpHttpExporter } from '../../../generators/objects/opentelemetry/exporters/otlp-http.ts'
import { prometheusRemoteWriteExporter } from '../../../generators/objects/opentelemetry/exporters/prometheus-remote-write.ts'
import { splunkHecExporter } from '../../../generators/objects/opentelemetry/exporters/splunk-hec.ts'
import { fileStorage } from '../../../generators/objects/opentelemetry/extensions/file-storage.ts'
import { healthCheck } from '../../../generators/objects/opentelemetry/extensions/health-check.ts'
import { batchProcessor } from '../../../generators/objects/opentelemetry/processors/batch.ts'
import { filterProcessor } from '../../../generators/objects/opentelemetry/processors/filter.ts'
import { k8sAttributesProcessor } from '../../../generators/objects/opentelemetry/processors/k8s-attributes.ts'
import { memoryLimiterProcessor } from '../../../generators/objects/opentelemetry/processors/memory-limiter.ts'
import { resourceProcessor } from '../../../generators/objects/opentelemetry/processors/resource.ts'
import { transformProcessor } from '../../../generators/objects/opentelemetry/processors/transform.ts'
import { fileLogReceiver } from '../../../generators/objects/opentelemetry/receivers/file-log.ts'
import { kubeletStatsReceiver } from '../../../generators/objects/opentelemetry/receivers/kubelet-stats.ts'
import { otlpReceiver } from '../../../generators/objects/opentelemetry/receivers/otlp.ts'
import { prometheusReceiver } from '../../../generators/objects/opentelemetry/receivers/prometheus.ts'
import { clientTls, plainText, serverTls } from '../../../generators/objects/opentelemetry/tls.ts'

const limiter = memoryLimiterProcessor({ limit_percentage: 80 })
const cluster = resourceProcessor({
  name: 'cluster',
  attributes: [
    { action: 'upsert', key: 'cluster.id', value: 'edge-1' },
    { action: 'upsert', key: 'cluster.role', value: 'edge' },
  ],
})

/** An agent: what a node sees. */
export const agent = () => {
  const otlp = otlpReceiver({ grpc: {}, http: {} })
  const offsets = fileStorage({ name: 'offsets', directory: '/var/lib/otelcol/offsets' })
  const logs = fileLogReceiver({ exclude: ['/var/log/pods/*_otel-*_*/*/*.log'], storage: offsets })
  const pods = k8sAttributesProcessor({ ownNode: true })
  const hub = otlpGrpcExporter({ name: 'hub', endpoint: 'otel-gateway.observability-hub.svc:4317', tls: plainText })
  const processors = [limiter, pods, cluster, batchProcessor({ timeout: '1s' })]
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      logs: { receivers: [otlp, logs], processors, exporters: [hub] },
      metrics: { receivers: [otlp, kubeletStatsReceiver()], processors, exporters: [hub] },
      traces: { receivers: [otlp], processors, exporters: [hub] },
    },
  })
}

/** A scraper: one for a cluster. */
export const scraper = () =>
  collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      metrics: {
        receivers: [
          prometheusReceiver({
            scrape_configs: [
              {
                job_name: 'dcgm-exporter',
                kubernetes_sd_configs: [{ role: 'pod' }],
                relabel_configs: [
                  {
                    source_labels: ['__meta_kubernetes_pod_node_name'],
                    regex: '(.+)',
                    replacement: '$1',
                    target_label: 'node',
                  },
                ],
              },
            ],
          }),
        ],
        processors: [
          limiter,
          cluster,
          filterProcessor({ error_mode: 'propagate', metrics: { metric: ['IsMatch(metric.name, "^go_")'] } }),
        ],
        exporters: [otlpGrpcExporter({ endpoint: 'otel-gateway:4317', tls: plainText })],
      },
    },
  })

/** An aggregator: the way out of an edge. */
export const aggregator = () => {
  const otlp = otlpReceiver({ grpc: {} })
  const storage = fileStorage({ directory: '/var/lib/otelcol/queue' })
  const scrub = transformProcessor({
    name: 'scrub',
    error_mode: 'propagate',
    log_statements: [{ statements: ['replace_pattern(log.body, "\\\\d{3}-\\\\d{2}-\\\\d{4}", "[ssn]")'] }],
  })
  const hub = otlpGrpcExporter({
    name: 'hub',
    endpoint: 'hub.example.com:4317',
    tls: clientTls('/etc/otelcol/tls'),
    timeout: '30m',
    queue: { storage, queue_size: 10_000, batch: { flush_timeout: '1s' } },
  })
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      logs: { receivers: [otlp], processors: [limiter, scrub], exporters: [hub] },
      metrics: { receivers: [otlp], processors: [limiter], exporters: [hub] },
      traces: { receivers: [otlp], processors: [limiter], exporters: [hub] },
    },
  })
}

/** A gateway: into the stores, and to customers' own. Without Datadog where the collector at hand lacks it. */
export const gateway = ({ datadog = true } = {}) => {
  const otlp = otlpReceiver({ grpc: { tls: serverTls('/etc/otelcol/tls'), max_connection_age: '10m' }, http: {} })
  const storage = fileStorage({ directory: '/var/lib/otelcol/queue' })
  const queue = { storage, queue_size: 10_000 }
  const routes = routingConnector('logs', {
    name: 'destinations',
    default_pipelines: ['logs/stores'],
    table: [
      { condition: 'resource.attributes["tenant"] == "acme"', pipelines: ['logs/splunk'], action: 'copy' },
      { condition: 'resource.attributes["tenant"] == "dogs"', pipelines: ['logs/customer'], action: 'copy' },
    ],
  })
  const spans = spanMetricsConnector({ dimensions: [{ name: 'cluster.id' }], metrics_flush_interval: '15s' })
  const calls = serviceGraphConnector({ dimensions: ['cluster.id'], store: { ttl: '5s' } })
  const prometheus = prometheusRemoteWriteExporter({ endpoint: 'http://prometheus:9090/api/v1/write' })
  const loki = otlpHttpExporter({ name: 'loki', endpoint: 'http://loki/otlp', queue })
  const tempo = otlpGrpcExporter({ name: 'tempo', endpoint: 'tempo:4317', tls: plainText, queue })
  const splunk = splunkHecExporter({
    endpoint: 'https://splunk.example.com:8088/services/collector',
    token: fromEnvironment('SPLUNK_TOKEN'),
    queue,
  })
  const customer = datadog ? datadogExporter({ key: fromEnvironment('DATADOG_KEY'), queue }) : debugExporter()
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      logs: { receivers: [otlp], processors: [limiter], exporters: [routes] },
      'logs/stores': { receivers: [routes], exporters: [loki] },
      'logs/splunk': { receivers: [routes], exporters: [splunk] },
      'logs/customer': { receivers: [routes], exporters: [customer] },
      metrics: { receivers: [otlp, spans, calls], processors: [limiter], exporters: [prometheus] },
      traces: { receivers: [otlp], processors: [limiter], exporters: [tempo, spans, calls] },
    },
  })
}
