import type { CapabilityOf } from '../../fleet/capability.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { serviceHost, serviceUrl } from '../../objects/kubernetes/service.ts'
import { otlpGrpcPort, otlpHttpPort } from '../../objects/opentelemetry/receivers/otlp.ts'
import { collected } from './collected.ts'

/** What the collectors of a cluster are called where nobody says otherwise, and find each other by. */
export const agentName = 'otel-agent'
export const aggregatorName = 'otel-aggregator'
export const gatewayName = 'otel-gateway'
export const scraperName = 'otel-scraper'

export const grpcPort = { name: 'otlp-grpc', port: otlpGrpcPort } as const
export const httpPort = { name: 'otlp-http', port: otlpHttpPort } as const
/** What a collector says of itself. */
export const metricsPort = { name: 'metrics', port: 8888 } as const

/** A collector that takes OTLP over gRPC, without encryption, from its own cluster. */
export const otlpEndpoint = (name: string, namespace: string): CapabilityOf<'endpoint'> => ({
  kind: 'endpoint',
  name: 'otlp',
  url: serviceUrl(name, namespace, grpcPort.port),
  pods: selectorLabels(name),
})

/** What a collector says of itself, for a scraper to ask. `service` leads to all of its Pods. */
export const ownMetrics = (service: string, namespace: string): CapabilityOf<'metrics'> =>
  collected('otel-collector', serviceHost(service, namespace, metricsPort.port))
