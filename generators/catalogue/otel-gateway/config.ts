import type { Where } from '../../fleet/component.ts'
import { type CollectorConfig, collectorConfig } from '../../objects/opentelemetry/collector.ts'
import type { Exporter, Processor } from '../../objects/opentelemetry/component.ts'
import { fromEnvironment } from '../../objects/opentelemetry/environment.ts'
import { healthCheck } from '../../objects/opentelemetry/extensions/health-check.ts'
import { resourceProcessor } from '../../objects/opentelemetry/processors/resource.ts'
import { type OtlpGrpcServer, otlpReceiver } from '../../objects/opentelemetry/receivers/otlp.ts'
import type { Signal } from '../../objects/opentelemetry/signal.ts'
import { serverTls } from '../../objects/opentelemetry/tls.ts'
import { limiter } from '../opentelemetry/container.ts'
import { diskQueue } from '../opentelemetry/disk-queue.ts'
import { clusterProcessor } from '../opentelemetry/identity.ts'
import { edgePorts } from './addresses.ts'
import { signalsTo } from './destinations.ts'
import type { OtelGatewayOptions } from './options.ts'
import { type Intake, pipelinesOf } from './pipelines.ts'
import { senderTo } from './senders.ts'
import { storeFor } from './stores.ts'

/** Where the Secret with the certificate is. */
export const certificateFolder = '/etc/otel-gateway'

/** The variable by which a gateway knows whose it is. */
export const hubVariable = 'HUB_ID'

/** What a gateway is told, in the words of the collector. */
export const gatewayConfig = (
  { mtls, size, destinations = [] }: Partial<OtelGatewayOptions>,
  { found }: Pick<Where, 'found'>,
): CollectorConfig => {
  const queues = 3 + destinations.flatMap(signalsTo).length
  const queue = diskQueue({ size, queues })
  const senders = destinations.map((destination) => ({ destination, sender: senderTo(destination, queue) }))
  const intakes = intakesOf(mtls)
  const pipelines = <S extends Signal>(signal: S) =>
    pipelinesOf(signal, {
      intakes,
      store: storeFor(signal, found, queue) as Exporter<S>,
      senders: senders.filter(({ destination }) => signalsTo(destination).includes(signal)),
    })
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: { ...pipelines('logs'), ...pipelines('metrics'), ...pipelines('traces') },
  })
}

/**
 * The hub that took it in, which is one value a federation: whatever is said here is a label in Prometheus as soon as
 * somebody wants it to be, and one of `target_info` anyway. A time would make a series of every sample.
 */
const received = resourceProcessor({
  name: 'hub',
  attributes: [{ action: 'upsert', key: 'hub.received_at', value: fromEnvironment(hubVariable) }],
})

/**
 * Two ways in. What other clusters send must show a certificate, and says itself whose it is. What the hub's own Pods send
 * is in plain text, as all between them and the stores is, and is the hub's whatever it says: so no agent needs a key, and
 * none can pass for an edge.
 */
const intakesOf = (mtls: boolean | undefined): readonly Intake[] => {
  const tls = mtls === false ? {} : { tls: serverTls(certificateFolder) }
  const { grpc, http } = edgePorts
  return [
    intake('edges', [received], {
      grpc: { endpoint: `0.0.0.0:${grpc.port}`, ...tls, ...shared },
      http: { endpoint: `0.0.0.0:${http.port}`, ...tls },
    }),
    intake('cluster', [clusterProcessor, received], { grpc: shared, http: {} }),
  ]
}

const intake = (
  name: string,
  processors: readonly Processor<Signal>[],
  servers: { readonly grpc: OtlpGrpcServer; readonly http: object },
): Intake => ({ name, receiver: otlpReceiver({ name, ...servers }), processors: [limiter, ...processors] })

/** Senders connect anew now and then, so that Pods which were added get their share. */
const shared: OtlpGrpcServer = { max_recv_msg_size_mib: 16, max_connection_age: '5m' }
