import type { Where } from '../../fleet/component.ts'
import { clusterRole, clusterRoleBinding, mayWatch } from '../../objects/kubernetes/cluster-role.ts'
import { configMap, configVolume, type Files, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { daemonSet } from '../../objects/kubernetes/daemon-set.ts'
import { hostFolder } from '../../objects/kubernetes/host-folder.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { serviceAccount } from '../../objects/kubernetes/service-account.ts'
import { alloyConfig } from '../alloy/config.ts'
import { alloyFolder } from '../alloy/values.ts'
import { destination, promtailFolder } from '../log-agent/log-agent.ts'
import { scraped } from '../prometheus/jobs/annotated.ts'
import { alloyImage } from './image.ts'
import type { AlloyAgentOptions } from './options.ts'

/** Log files are root's, who needs no other right to read them. */
const root = 0

const httpPort = { name: 'http', containerPort: 12345 } as const

const configFolder = '/etc/alloy'
const configFile = 'config.alloy'

/** Folders of the node by the name of their volume. Only what remembers how far it has read is written. */
const folders = { logs: '/var/log', data: alloyFolder, promtail: promtailFolder } as const

/** Alloy on every node, and the right to see which Pods run there. */
export const agent = (options: Partial<AlloyAgentOptions>, where: Where) => {
  const { name, namespace } = where
  const url = destination(where)
  const files: Files = url === undefined ? {} : { [configFile]: alloyConfig(url) }
  return [
    serviceAccount(name),
    clusterRole(name, [mayWatch('', 'pods')]),
    clusterRoleBinding(name, namespace),
    configMap(name, files),
    daemonSet({
      name,
      podAnnotations: { ...scraped({ port: httpPort.containerPort }), ...restartedBy(files) },
      serviceAccount: name,
      user: root,
      container: container(options),
      volumes: [configVolume('config', name), ...Object.entries(folders).map(([name, path]) => hostFolder(name, path))],
    }),
  ]
}

const container = ({ version, resources }: Partial<AlloyAgentOptions>) => ({
  name: 'alloy',
  image: tagged(alloyImage, version),
  args: [
    'run',
    `${configFolder}/${configFile}`,
    `--storage.path=${alloyFolder}`,
    `--server.http.listen-addr=0.0.0.0:${httpPort.containerPort}`,
    '--disable-reporting',
  ],
  // The configuration asks for the Pods of this node.
  env: [{ name: 'HOSTNAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
  ports: [httpPort],
  readinessProbe: { httpGet: { path: '/-/ready', port: httpPort.name }, periodSeconds: 10 },
  resources,
  volumeMounts: [
    { name: 'config', mountPath: configFolder, readOnly: true },
    ...Object.entries(folders).map(([name, mountPath]) => ({
      name,
      mountPath,
      readOnly: name === 'data' ? undefined : true,
    })),
  ],
})
