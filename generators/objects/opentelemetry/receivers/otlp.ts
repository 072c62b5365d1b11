import type { GoDuration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Receiver } from '../component.ts'
import { everySignal, type Signal } from '../signal.ts'
import type { ServerTls } from '../tls.ts'

export const otlpGrpcPort = 4317
export const otlpHttpPort = 4318

export interface OtlpServer {
  /** Default: the protocol's port on every address, `0.0.0.0:4317` and `0.0.0.0:4318`. */
  readonly endpoint?: string
  /** Default: plain text. */
  readonly tls?: ServerTls
  /** Keeps the headers of a request for processors and connectors that ask for them. Default: no. */
  readonly include_metadata?: boolean
}

export interface OtlpGrpcServer extends OtlpServer {
  /** The largest request, in MiB. Default 4. */
  readonly max_recv_msg_size_mib?: number
  /** After this, a client connects anew, so that replicas behind one address share the load. Default: never. */
  readonly max_connection_age?: GoDuration
}

export type OtlpReceiverSettings = Named &
  ({ readonly grpc: OtlpGrpcServer; readonly http?: OtlpServer } | { readonly grpc?: never; readonly http: OtlpServer })

/** Takes OTLP, of each signal that it stands in a pipeline of: senders of others are told that it is not implemented. */
export const otlpReceiver = ({ name, grpc, http }: OtlpReceiverSettings): Receiver<Signal> => ({
  kind: 'receiver',
  id: componentId('otlp', name),
  settings: {
    protocols: {
      ...(grpc === undefined ? {} : { grpc: grpcSettings(grpc) }),
      ...(http === undefined ? {} : { http: { endpoint: `0.0.0.0:${otlpHttpPort}`, ...http } }),
    },
  },
  extensions: [],
  gives: everySignal,
})

const grpcSettings = ({ max_connection_age, ...server }: OtlpGrpcServer) => ({
  endpoint: `0.0.0.0:${otlpGrpcPort}`,
  ...server,
  keepalive: {
    ...(max_connection_age === undefined ? {} : { server_parameters: { max_connection_age } }),
    // Our exporters ping every 30 seconds. By default more than one in five minutes ends the connection.
    enforcement_policy: { min_time: '20s' },
  },
})
