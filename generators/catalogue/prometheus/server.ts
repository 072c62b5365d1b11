import type { Where } from '../../fleet/component.ts'
import { clusterRole, clusterRoleBinding, mayWatch } from '../../objects/kubernetes/cluster-role.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { nobody } from '../../objects/kubernetes/pod.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { serviceAccount } from '../../objects/kubernetes/service-account.ts'
import { statefulSet } from '../../objects/kubernetes/stateful-set.ts'
import { prometheusPort } from './addresses.ts'
import { configFile, configFolder, isOpen, isScraping, prometheusFiles } from './files.ts'
import { prometheusImage } from './image.ts'
import type { PrometheusOptions, ReceiverOptions } from './options.ts'

const dataFolder = '/prometheus'

/** Prometheus, what it is told, and what it may see. */
export const server = (options: Partial<PrometheusOptions>, where: Where) => {
  const { name, storageClass } = where
  const files = prometheusFiles(options, where)
  const asks = isScraping(options, where)
  return [
    ...(asks ? allowed(where) : []),
    configMap(name, files),
    service({ name, port: prometheusPort }),
    statefulSet({
      name,
      // Rules and jobs it reads again; of its own configuration some parts count from the next start only.
      podAnnotations: restartedBy({ [configFile]: files[configFile]! }),
      ...(asks ? { serviceAccount: name } : {}),
      user: nobody,
      // It writes what it holds in memory before it ends, so that the next start need not read the log of it.
      graceSeconds: 300,
      container: container(options),
      volumes: [configVolume('config', name)],
      claim: { name: 'data', size: options.size, storageClass },
      affinity: keepsDataAffinity(where),
    }),
  ]
}

const allowed = ({ name, namespace }: Where) => [
  serviceAccount(name),
  clusterRole(name, rights),
  clusterRoleBinding(name, namespace),
]

/** What it takes to find targets, and to ask those of Kubernetes. It reads no Secret, and nothing that a ConfigMap holds. */
const rights = [
  mayWatch('', 'nodes', 'pods', 'services'),
  mayWatch('discovery.k8s.io', 'endpointslices'),
  { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
]

const container = ({ version, receivers, resources }: Partial<PrometheusOptions>) => ({
  name: 'prometheus',
  image: tagged(prometheusImage, version),
  args: [
    `--config.file=${configFolder}/${configFile}`,
    `--storage.tsdb.path=${dataFolder}`,
    `--web.listen-address=:${prometheusPort.port}`,
    // By its older name, which every version knows.
    '--enable-feature=auto-reload-config',
    ...receiverFlags(receivers),
  ],
  ports: [{ name: prometheusPort.name, containerPort: prometheusPort.port }],
  // After a crash it reads its log first, for minutes where there is much of it, and must not be killed meanwhile.
  startupProbe: { ...answers('ready'), periodSeconds: 15, failureThreshold: 60 },
  readinessProbe: { ...answers('ready'), periodSeconds: 10 },
  livenessProbe: { ...answers('healthy'), periodSeconds: 10, failureThreshold: 6 },
  resources,
  volumeMounts: [
    { name: 'config', mountPath: configFolder, readOnly: true },
    { name: 'data', mountPath: dataFolder },
  ],
})

const answers = (state: 'healthy' | 'ready') => ({ httpGet: { path: `/-/${state}`, port: prometheusPort.name } })

const receiverFlags = (receivers: ReceiverOptions = {}): readonly string[] => [
  ...(receivers.remoteWrite ? ['--web.enable-remote-write-receiver'] : []),
  ...(receivers.otlp ? ['--web.enable-otlp-receiver'] : []),
  // What is sent brings the traces that its samples stand for, which would be dropped.
  ...(isOpen(receivers) ? ['--enable-feature=exemplar-storage'] : []),
]
