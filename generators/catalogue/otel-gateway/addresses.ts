import { otlpGrpcPort, otlpHttpPort } from '../../objects/opentelemetry/receivers/otlp.ts'
import { grpcPort, httpPort } from '../opentelemetry/addresses.ts'

/** Where the Pods listen for other clusters, apart from their own: whoever comes in there must show a certificate. */
export const edgePorts = {
  grpc: { name: 'edges-grpc', port: 14317 },
  http: { name: 'edges-http', port: 14318 },
} as const

/** The load balancer's ports, which are those of the protocol, and the ports of the Pods that they lead to. */
export const outsidePorts = [
  { name: grpcPort.name, port: otlpGrpcPort, to: edgePorts.grpc.name },
  { name: httpPort.name, port: otlpHttpPort, to: edgePorts.http.name },
] as const

/** The load balancer. */
export const outsideService = (name: string): string => `${name}-edges`

/** What other clusters send to. */
export const outsideUrl = (address: string, mtls: boolean | undefined): string =>
  `${mtls === false ? 'http' : 'https'}://${address}:${otlpGrpcPort}`
