import type { Where } from '../../fleet/component.ts'
import { clusterRole, clusterRoleBinding, mayWatch } from '../../objects/kubernetes/cluster-role.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { daemonSet } from '../../objects/kubernetes/daemon-set.ts'
import { hostFolder } from '../../objects/kubernetes/host-folder.ts'
import { podsService } from '../../objects/kubernetes/pods-service.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { serviceAccount } from '../../objects/kubernetes/service-account.ts'
import { nodeName } from '../../objects/opentelemetry/processors/k8s-attributes.ts'
import { nodeAddress } from '../../objects/opentelemetry/receivers/kubelet-stats.ts'
import { grpcPort, httpPort, metricsPort } from '../opentelemetry/addresses.ts'
import { collectorContainer, configFiles, configVolumeName } from '../opentelemetry/container.ts'
import { stateFolder } from '../opentelemetry/disk-queue.ts'
import { clusterEnv } from '../opentelemetry/identity.ts'
import { nextOfSender, onwardEnv, onwardMounts, onwardVolumes } from '../opentelemetry/way-out.ts'
import { agentConfig, podLogFolder } from './config.ts'
import type { OtelAgentOptions } from './options.ts'

/** Log files are root's, who needs no other right to read them; nor would another user find a folder of its own. */
const root = 0

/** An agent on every node, and the right to see which Pods run there. */
export const agent = (options: Partial<OtelAgentOptions>, where: Where) => {
  const { name, namespace } = where
  const next = nextOfSender(options, where.cluster)
  const files = configFiles(agentConfig(options, where))
  return [
    serviceAccount(name),
    clusterRole(name, rights),
    clusterRoleBinding(name, namespace),
    configMap(name, files),
    // A workload talks to the agent of its own node, which knows it.
    service({ name, port: [grpcPort, httpPort], ownNode: true }),
    podsService(name, metricsPort),
    daemonSet({
      name,
      podAnnotations: restartedBy(files),
      serviceAccount: name,
      user: root,
      container: collectorContainer({
        ...options,
        ports: [grpcPort, httpPort],
        env: [nodeName, nodeAddress, ...clusterEnv(where.cluster), ...onwardEnv(where)],
        mounts: [
          { name: 'logs', mountPath: podLogFolder, readOnly: true },
          // How far it has read each file, and what is not sent yet.
          { name: 'state', mountPath: stateFolder },
          ...onwardMounts(next, options),
        ],
      }),
      volumes: [
        configVolume(configVolumeName, name),
        hostFolder('logs', podLogFolder),
        hostFolder('state', `/var/lib/${name}`),
        ...onwardVolumes(next, options),
      ],
    }),
  ]
}

/** Whose signals they are, and what the kubelet measures. It may run no command in a Pod, as with `nodes/proxy`. */
const rights = [mayWatch('', 'pods'), { apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }]
