import type { Where } from '../../fleet/component.ts'
import { type CollectorConfig, collectorConfig } from '../../objects/opentelemetry/collector.ts'
import { fileStorage } from '../../objects/opentelemetry/extensions/file-storage.ts'
import { healthCheck } from '../../objects/opentelemetry/extensions/health-check.ts'
import { k8sAttributesProcessor } from '../../objects/opentelemetry/processors/k8s-attributes.ts'
import { resourceProcessor } from '../../objects/opentelemetry/processors/resource.ts'
import { fileLogReceiver } from '../../objects/opentelemetry/receivers/file-log.ts'
import { kubeletStatsReceiver } from '../../objects/opentelemetry/receivers/kubelet-stats.ts'
import { otlpReceiver } from '../../objects/opentelemetry/receivers/otlp.ts'
import { limiter } from '../opentelemetry/container.ts'
import { diskQueue, stateFolder } from '../opentelemetry/disk-queue.ts'
import { clusterProcessor } from '../opentelemetry/identity.ts'
import { nextOfSender, onward } from '../opentelemetry/way-out.ts'
import { podAttributes, podLabels } from './attributes.ts'
import type { OtelAgentOptions } from './options.ts'

/** Where the logs of a node's Pods are. */
export const podLogFolder = '/var/log/pods'

/** What an agent is told, in the words of the collector. */
export const agentConfig = (
  options: Partial<OtelAgentOptions>,
  { name, namespace, cluster }: Pick<Where, 'cluster' | 'name' | 'namespace'>,
): CollectorConfig => {
  const otlp = otlpReceiver({ grpc: {}, http: {} })
  const files = fileLogReceiver({
    // It would write a line about each line that it cannot send.
    exclude: [`${podLogFolder}/${namespace}_${name}-*_*/*/*.log`],
    storage: fileStorage({ name: 'offsets', directory: `${stateFolder}/offsets` }),
  })
  const processors = [limiter, pods, clusterProcessor]
  const queue = diskQueue({ size: options.queue, queues: 3 })
  const exporters = [onward(nextOfSender(options, cluster), options, queue)] as const
  return collectorConfig({
    extensions: [healthCheck()],
    pipelines: {
      logs: { receivers: [otlp, files], processors: [...processors, namedService], exporters },
      metrics: { receivers: [otlp, kubeletStatsReceiver()], processors, exporters },
      traces: { receivers: [otlp], processors, exporters },
    },
  })
}

const pods = k8sAttributesProcessor({
  ownNode: true,
  metadata: podAttributes,
  labels: podLabels.map((key) => ({ tag_name: key, key, from: 'pod' })),
})

/** A file says nothing of a service, and a line without one is hard to find: the first of these that there is. */
const namedService = resourceProcessor({
  name: 'service',
  attributes: ['app.kubernetes.io/name', 'k8s.container.name'].map((from_attribute) => ({
    action: 'insert',
    key: 'service.name',
    from_attribute,
  })),
})
