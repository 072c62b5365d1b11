import type { Where } from '../../fleet/component.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { statefulSet } from '../../objects/kubernetes/stateful-set.ts'
import { grpcPort, metricsPort } from '../opentelemetry/addresses.ts'
import { collectorContainer, collectorUser, configFiles, configVolumeName } from '../opentelemetry/container.ts'
import { queueMount } from '../opentelemetry/disk-queue.ts'
import { clusterEnv } from '../opentelemetry/identity.ts'
import { nextOfAggregator, onwardEnv, onwardMounts, onwardVolumes } from '../opentelemetry/way-out.ts'
import { aggregatorConfig } from './config.ts'
import type { OtelAggregatorOptions } from './options.ts'

/** The collector that all others of the cluster send to, and the volume of its queue. */
export const aggregator = (options: Partial<OtelAggregatorOptions>, where: Where) => {
  const { name, storageClass, cluster } = where
  const next = nextOfAggregator(cluster)
  const files = configFiles(aggregatorConfig(options, cluster))
  return [
    configMap(name, files),
    service({ name, port: [grpcPort, metricsPort] }),
    statefulSet({
      name,
      podAnnotations: restartedBy(files),
      user: collectorUser,
      container: collectorContainer({
        ...options,
        ports: [grpcPort],
        env: [...clusterEnv(cluster), ...onwardEnv(where)],
        mounts: [queueMount, ...onwardMounts(next, options)],
      }),
      volumes: [configVolume(configVolumeName, name), ...onwardVolumes(next, options)],
      claim: { name: queueMount.name, size: options.size, storageClass },
      affinity: keepsDataAffinity(where),
    }),
  ]
}
