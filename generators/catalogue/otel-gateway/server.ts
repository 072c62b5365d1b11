import { isIP } from 'node:net'
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar'
import type { Where } from '../../fleet/component.ts'
import { serverCertificate } from '../../objects/cert-manager/certificate.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { horizontalPodAutoscaler } from '../../objects/kubernetes/horizontal-pod-autoscaler.ts'
import { loadBalancer } from '../../objects/kubernetes/load-balancer.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { podDisruptionBudget } from '../../objects/kubernetes/pod-disruption-budget.ts'
import { podsService, podsServiceName } from '../../objects/kubernetes/pods-service.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { statefulSet } from '../../objects/kubernetes/stateful-set.ts'
import { federationCertificatesName } from '../federation-certificates/names.ts'
import { grpcPort, httpPort, metricsPort } from '../opentelemetry/addresses.ts'
import { collectorContainer, collectorUser, configFiles, configVolumeName } from '../opentelemetry/container.ts'
import { queueMount } from '../opentelemetry/disk-queue.ts'
import { clusterEnv } from '../opentelemetry/identity.ts'
import { edgePorts, outsidePorts, outsideService } from './addresses.ts'
import { certificateFolder, gatewayConfig, hubVariable } from './config.ts'
import { secretOf } from './destinations.ts'
import type { OtelGatewayOptions } from './options.ts'

type Options = Partial<OtelGatewayOptions>

/** The gateway, the ways to it, and a certificate to show. */
export const server = (options: Options, where: Where) => {
  const { name } = where
  const files = configFiles(gatewayConfig(options, where))
  const scaling = scalingOf(options)
  return [
    configMap(name, files),
    ...(options.mtls === false ? [] : [certificate(options, where)]),
    service({ name, port: [grpcPort, httpPort] }),
    podsService(name, metricsPort),
    ...outside(options, name),
    statefulSet({
      name,
      service: podsServiceName(name),
      replicas: scaling === undefined ? (options.replicas?.min ?? 1) : 'autoscaled',
      podAnnotations: restartedBy(files),
      user: collectorUser,
      // The wait before its end, and then time to put down what it has in hand.
      graceSeconds: leave + 45,
      container: container(options, where),
      volumes: [configVolume(configVolumeName, name), ...certificateVolumes(options, where)],
      claim: { name: queueMount.name, size: options.size, storageClass: where.storageClass },
      affinity: keepsDataAffinity(where),
    }),
    ...(scaling === undefined ? [] : [horizontalPodAutoscaler({ name, kind: 'StatefulSet', ...scaling })]),
    podDisruptionBudget(name),
  ]
}

/**
 * What a Pod that is taken away could not send stays on its volume until a Pod of its number comes back. So one goes at a
 * time, and only when an hour was calm: its queue is empty then, unless a store has been away for as long.
 */
const scalingOf = ({ replicas: { min, max } = {} }: Options) =>
  max === undefined || max === min ? undefined : { min, max, cpu: 70, calmSeconds: 3600 }

/** Who signs the gateway's certificate. */
export const signedBy = (issuer: string = federationCertificatesName) => ({ kind: 'issuer', name: issuer }) as const

/** The gateway shows this to edges, by whichever name they know it, and asks for one of the same authority. */
const certificate = ({ address, issuer }: Options, { name, namespace }: Where) => {
  const isAddress = address !== undefined && isIP(address) !== 0
  return serverCertificate({
    name: certificateSecret(name),
    workload: name,
    issuer: signedBy(issuer).name,
    dnsNames: [
      ...(address === undefined || isAddress ? [] : [address]),
      `${outsideService(name)}.${namespace}.svc.cluster.local`,
    ],
    ipAddresses: isAddress ? [address] : undefined,
  })
}

const certificateSecret = (name: string): string => `${name}-tls`

const outside = ({ address, loadBalancer: given }: Options, name: string) =>
  address === undefined
    ? []
    : [
        loadBalancer({
          name: outsideService(name),
          workload: name,
          annotations: given?.annotations,
          ports: outsidePorts,
        }),
      ]

/** How long it still takes in what comes, in seconds, until everybody knows that it is going. */
const leave = 15

const container = (options: Options, { cluster }: Where) => ({
  ...collectorContainer({
    ...options,
    ports: [grpcPort, httpPort, edgePorts.grpc, edgePorts.http],
    env: [
      ...clusterEnv(cluster),
      ...(cluster === undefined ? [] : [{ name: hubVariable, value: cluster.id }]),
      ...(options.destinations ?? []).map(secretOf).map(fromSecret),
    ],
    mounts: [
      queueMount,
      ...(options.mtls === false ? [] : [{ name: 'certificate', mountPath: certificateFolder, readOnly: true }]),
    ],
  }),
  // The image has no program that could wait.
  lifecycle: { preStop: { sleep: { seconds: leave } } },
})

const fromSecret = ({ variable, name, key }: ReturnType<typeof secretOf>): IEnvVar => ({
  name: variable,
  valueFrom: { secretKeyRef: { name, key } },
})

const certificateVolumes = ({ mtls }: Options, { name }: Where) =>
  mtls === false ? [] : [{ name: 'certificate', secret: { secretName: certificateSecret(name) } }]
