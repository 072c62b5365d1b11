import type { IEnvVar } from 'kubernetes-models/v1/EnvVar'
import type { IVolumeMount } from 'kubernetes-models/v1/VolumeMount'
import type { Resources } from '../../fleet/checks/resources.ts'
import type { Files } from '../../objects/kubernetes/config-map.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import type { Container } from '../../objects/kubernetes/pod.ts'
import { bytesIn } from '../../objects/kubernetes/quantity.ts'
import type { CollectorConfig } from '../../objects/opentelemetry/collector.ts'
import { healthPort } from '../../objects/opentelemetry/extensions/health-check.ts'
import { memoryLimiterProcessor } from '../../objects/opentelemetry/processors/memory-limiter.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { metricsPort } from './addresses.ts'
import { collectorImage } from './image.ts'
import type { CollectorOptions } from './options.ts'

/** The user of the image. */
export const collectorUser = 10001

/** The folder of the container where the configuration is, and the volume that it is on. */
export const configFolder = '/etc/otelcol'
export const configVolumeName = 'config'
const configFile = 'config.yaml'

export const configFiles = (config: CollectorConfig): Files => ({ [configFile]: toYaml(config) })

export interface ContainerSettings extends Pick<CollectorOptions, 'resources' | 'version'> {
  /** Ports beside those of its health and its metrics. */
  readonly ports?: readonly { readonly name: string; readonly port: number }[]
  readonly env?: readonly IEnvVar[]
  readonly mounts?: readonly IVolumeMount[]
}

/** A collector that reads its configuration from the volume `config`. */
export const collectorContainer = ({ version, resources, ports = [], env = [], mounts = [] }: ContainerSettings) =>
  ({
    name: 'otelcol',
    image: tagged(collectorImage, version),
    args: [`--config=${configFolder}/${configFile}`],
    env: [...memory(resources), ...env],
    ports: [...ports, metricsPort, health].map(({ name, port }) => ({ name, containerPort: port })),
    // Before it is ready it makes the files of its queues smaller, for minutes where they are large.
    startupProbe: { ...isHealthy, periodSeconds: 5, failureThreshold: 120 },
    readinessProbe: { ...isHealthy, periodSeconds: 10 },
    livenessProbe: { ...isHealthy, periodSeconds: 10, failureThreshold: 6 },
    resources,
    volumeMounts: [{ name: configVolumeName, mountPath: configFolder, readOnly: true }, ...mounts],
  }) satisfies Container

const health = { name: 'health', port: healthPort } as const
const isHealthy = { httpGet: { path: '/', port: health.name } }

/** What Go tries not to pass, so that it collects garbage before the kernel kills it. */
const memory = (resources: Resources | undefined): readonly IEnvVar[] => {
  const limit = bytesIn(resources?.limits?.memory)
  return limit === undefined ? [] : [{ name: 'GOMEMLIMIT', value: `${Math.floor((limit * 0.8) / 2 ** 20)}MiB` }]
}

/** First in every pipeline of ours. */
export const limiter = memoryLimiterProcessor({ limit_percentage: 80, spike_limit_percentage: 20 })
