import type { Values, Where } from '../../fleet/component.ts'
import { everyNode } from '../../objects/kubernetes/every-node.ts'
import { destination, type LogAgentOptions, promtailFolder } from '../log-agent/log-agent.ts'
import { alloyConfig } from './config.ts'

/** Where Alloy remembers how far it has read each file: a folder of the node, so that a new Pod goes on from there. */
export const alloyFolder = '/var/lib/alloy'

/** Alloy on every node, which reads the files of its containers. */
export const alloyValues = ({ resources }: LogAgentOptions, where: Where): Values => {
  const url = destination(where)
  return {
    fullnameOverride: where.name,
    alloy: {
      configMap: { content: url === undefined ? undefined : alloyConfig(url) },
      storagePath: alloyFolder,
      mounts: {
        varlog: true,
        extra: [
          { name: 'storage', mountPath: alloyFolder },
          { name: 'promtail', mountPath: promtailFolder, readOnly: true },
        ],
      },
      enableReporting: false,
      securityContext,
      resources,
    },
    controller: {
      type: 'daemonset',
      tolerations: everyNode,
      volumes: { extra: [nodeFolder('storage', alloyFolder), nodeFolder('promtail', promtailFolder)] },
    },
    rbac,
    serviceMonitor: { enabled: true, additionalLabels: where.found.monitorLabels() },
    // The definition of PodLogs, which nothing here uses.
    crds: { create: false },
  }
}

const nodeFolder = (name: string, path: string) => ({ name, hostPath: { path, type: 'DirectoryOrCreate' } })

/** Log files are root's, who needs no other right to read them. */
const securityContext = {
  runAsUser: 0,
  runAsGroup: 0,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
  seccompProfile: { type: 'RuntimeDefault' },
}

const mayRead = (resource: string) => ({ apiGroups: [''], resources: [resource], verbs: ['get', 'list', 'watch'] })

/** What it takes to find Pods. The chart would grant every Secret as well, and breaks when one of the lists is empty. */
const rbac = { rules: [mayRead('pods')], clusterRules: [mayRead('nodes')] }
