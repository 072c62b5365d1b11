/**
 * What OpenTelemetry's libraries are told by their own variables. Traces go to the node's agent, by gRPC. Metrics are
 * scraped and lines read from the Pod's output: sent as well, each would arrive twice.
 */
export const telemetry = (service: string, agent: string | undefined) =>
  Object.entries({
    OTEL_SERVICE_NAME: service,
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
    ...(agent === undefined
      ? { OTEL_TRACES_EXPORTER: 'none' }
      : {
          OTEL_TRACES_EXPORTER: 'otlp',
          OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
          OTEL_EXPORTER_OTLP_ENDPOINT: agent,
        }),
  }).map(([name, value]) => ({ name, value }))
