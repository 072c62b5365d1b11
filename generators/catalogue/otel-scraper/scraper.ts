import type { Where } from '../../fleet/component.ts'
import { configMap, configVolume, type Files, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { deployment } from '../../objects/kubernetes/deployment.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { claimVolume, persistentVolumeClaim } from '../../objects/kubernetes/persistent-volume-claim.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { collectorContainer, collectorUser, configFiles, configVolumeName } from '../opentelemetry/container.ts'
import { queueMount } from '../opentelemetry/disk-queue.ts'
import { clusterEnv } from '../opentelemetry/identity.ts'
import { nextOfSender, onwardEnv, onwardMounts, onwardVolumes } from '../opentelemetry/way-out.ts'
import { jobFile, scraperConfig } from './config.ts'
import { jobs } from './jobs.ts'
import type { OtelScraperOptions } from './options.ts'

/** The one Pod that scrapes, and the volume of its queue. Two Pods would scrape everything twice. */
export const scraper = (options: Partial<OtelScraperOptions>, where: Where) => {
  const { name, storageClass, cluster } = where
  const next = nextOfSender(options, cluster)
  const files = filesOf(options, where)
  return [
    configMap(name, files),
    persistentVolumeClaim(name, { size: options.size, storageClass }),
    deployment({
      name,
      replicas: 1,
      writesClaim: true,
      podAnnotations: restartedBy(files),
      user: collectorUser,
      container: collectorContainer({
        ...options,
        env: [...clusterEnv(cluster), ...onwardEnv(where)],
        mounts: [queueMount, ...onwardMounts(next, options)],
      }),
      volumes: [
        configVolume(configVolumeName, name),
        claimVolume(queueMount.name, name),
        ...onwardVolumes(next, options),
      ],
      affinity: keepsDataAffinity(where),
    }),
  ]
}

const filesOf = (options: Partial<OtelScraperOptions>, { name, cluster, found }: Where): Files => ({
  ...configFiles(scraperConfig(options, cluster)),
  [jobFile]: toYaml({ scrape_configs: jobs(name, found.all('metrics') ?? []) }),
})
