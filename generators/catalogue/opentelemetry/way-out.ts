import type { IEnvVar } from 'kubernetes-models/v1/EnvVar'
import type { IVolume } from 'kubernetes-models/v1/Volume'
import type { IVolumeMount } from 'kubernetes-models/v1/VolumeMount'
import type { Requirement } from '../../fleet/capability.ts'
import type { ClusterIdentity, Where } from '../../fleet/component.ts'
import { fromEnvironment } from '../../objects/opentelemetry/environment.ts'
import { otlpGrpcExporter } from '../../objects/opentelemetry/exporters/otlp-grpc.ts'
import type { Queue } from '../../objects/opentelemetry/queue.ts'
import { clientTls, plainText } from '../../objects/opentelemetry/tls.ts'
import { carriedFromTheHub } from '../federation-certificates/carried.ts'
import { aggregatorName, gatewayName } from './addresses.ts'
import type { OutsideOptions, SenderOptions } from './options.ts'

/** Who takes what a collector sends: the aggregator or the gateway of its own cluster, or the hub from outside. */
export type Next = 'aggregator' | 'gateway' | 'hub'

/** Whom a collector sends to that sees signals at first hand. What all clusters share is as on an edge. */
export const nextOfSender = ({ scrub }: Pick<SenderOptions, 'scrub'>, cluster: ClusterIdentity | undefined): Next => {
  if (cluster !== undefined && cluster.role !== 'edge') return 'gateway'
  return scrub === false ? 'hub' : 'aggregator'
}

/** Whom the aggregator sends to. */
export const nextOfAggregator = (cluster: ClusterIdentity | undefined): Next =>
  cluster === undefined || cluster.role === 'edge' ? 'hub' : 'gateway'

/** The cluster that is reached, where it is another one. */
export const reached = (next: Next, { hub }: ClusterIdentity): string | undefined => (next === 'hub' ? hub : undefined)

/** What a collector needs for its way out. */
export const wayOutRequires = (
  next: Next,
  options: OutsideOptions,
  cluster: ClusterIdentity | undefined,
): readonly Requirement[] => {
  const certificate = certificateOf(next, options)
  return [
    {
      kind: 'endpoint',
      name: 'otlp',
      ...whose(next, cluster),
      ...(next === 'hub' ? { encrypted: options.mtls !== false } : {}),
    },
    ...(certificate === undefined
      ? []
      : [
          {
            kind: 'secret' as const,
            name: certificate,
            keys: ['tls.crt', 'tls.key', 'ca.crt'],
            ...carriedFromTheHub(cluster, certificate),
          },
        ]),
  ]
}

const whose = (next: Next, cluster: ClusterIdentity | undefined) => {
  if (next === 'hub') return cluster?.hub === undefined ? {} : { in: cluster.hub }
  return { from: next === 'aggregator' ? aggregatorName : gatewayName }
}

/** The Secret with which a collector shows who it is, if it has to. */
const certificateOf = (next: Next, { mtls, certificate }: OutsideOptions): string | undefined =>
  next === 'hub' && mtls !== false ? certificate?.secret : undefined

const endpointVariable = 'OTLP_ENDPOINT'
const certificateFolder = '/etc/otel-client'
const certificateVolume = 'certificate'

/**
 * Sends on, to whom the environment says. The receiver is given longer to answer than a gateway may take that writes
 * before it answers: one that ran out of time would be told so, and the request dropped.
 */
export const onward = (next: Next, { mtls }: OutsideOptions, queue: Queue) =>
  otlpGrpcExporter({
    endpoint: fromEnvironment(endpointVariable),
    tls: next === 'hub' && mtls !== false ? clientTls(certificateFolder) : plainText,
    timeout: '30m',
    queue,
  })

/** Where it sends to, for the Pods of a collector. Nothing, above the cluster's layer. */
export const onwardEnv = ({ found }: Pick<Where, 'found'>): readonly IEnvVar[] => {
  const url = found.endpoint('otlp')
  // gRPC knows hosts and ports; a scheme would speak for TLS or against it, which is said elsewhere.
  return url === undefined ? [] : [{ name: endpointVariable, value: url.replace(/^https?:\/\//, '') }]
}

/** The volume of the certificate, where one is shown. */
export const onwardVolumes = (next: Next, options: OutsideOptions): readonly IVolume[] => {
  const secretName = certificateOf(next, options)
  return secretName === undefined ? [] : [{ name: certificateVolume, secret: { secretName } }]
}

export const onwardMounts = (next: Next, options: OutsideOptions): readonly IVolumeMount[] =>
  certificateOf(next, options) === undefined
    ? []
    : [{ name: certificateVolume, mountPath: certificateFolder, readOnly: true }]
