import { manifestsComponent } from '../../fleet/define-component.ts'
import { podsServiceName } from '../../objects/kubernetes/pods-service.ts'
import { agentName, otlpEndpoint, ownMetrics } from '../opentelemetry/addresses.ts'
import { senderDefaults } from '../opentelemetry/options.ts'
import { nextOfSender, reached, wayOutRequires } from '../opentelemetry/way-out.ts'
import { agent } from './agent.ts'
import { podLogs, seriesLabels } from './attributes.ts'
import { type OtelAgentOptions, otelAgentChecks } from './options.ts'

/**
 * An OpenTelemetry Collector on every node: reads the logs of its Pods, asks its kubelet, and takes OTLP from its
 * workloads at `otel-agent.NAMESPACE.svc.cluster.local`, ports 4317 and 4318. What cannot be sent waits on the node's disk.
 * Its namespace must allow Pods that mount folders of the node.
 */
export const otelAgent = manifestsComponent<OtelAgentOptions>({
  name: agentName,
  tier: 'apps',
  options: otelAgentChecks,
  defaults: {
    ...senderDefaults,
    queue: '1Gi',
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } },
  },
  objects: agent,
  provides: (_, { name, namespace }) => [
    otlpEndpoint(name, namespace),
    { kind: 'metrics', exporter: 'otel-kubeletstats', through: 'otlp' },
    ownMetrics(podsServiceName(name), namespace),
    { kind: 'scrapes', through: 'otlp', labels: seriesLabels },
    podLogs,
  ],
  requires: (options, { cluster }) => wayOutRequires(nextOfSender(options, cluster), options, cluster),
  knowsCluster: true,
  reaches: (options, cluster) => reached(nextOfSender(options, cluster), cluster),
})
