import type { Where } from '../../fleet/component.ts'
import type { SecretReference } from '../../fleet/secret.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { nobody } from '../../objects/kubernetes/pod.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { statefulSet } from '../../objects/kubernetes/stateful-set.ts'
import { configKey } from '../kube-prometheus-stack/alertmanager.ts'
import { scraped } from '../prometheus/jobs/annotated.ts'
import { alertmanagerPort } from './addresses.ts'
import { configReloader } from './config-reloader.ts'
import { alertmanagerImage } from './image.ts'
import type { AlertmanagerOptions } from './options.ts'

const dataFolder = '/alertmanager'
const configFolder = '/etc/alertmanager'
const configMount = { name: 'config', mountPath: configFolder, readOnly: true } as const

/** Alertmanager, and beside it what has it read its configuration again. It asks the API server nothing. */
export const server = (options: Partial<AlertmanagerOptions>, where: Where) => {
  const { name, storageClass } = where
  return [
    service({ name, port: alertmanagerPort }),
    statefulSet({
      name,
      podAnnotations: scraped({ port: alertmanagerPort.port }),
      user: nobody,
      container: container(options),
      sidecars: [configReloader(configMount, alertmanagerPort.port)],
      volumes: volumes(options.config),
      claim: { name: 'data', size: options.size, storageClass },
      affinity: keepsDataAffinity(where),
    }),
  ]
}

const container = ({ version, retention, resources }: Partial<AlertmanagerOptions>) => ({
  name: 'alertmanager',
  image: tagged(alertmanagerImage, version),
  args: [
    `--config.file=${configFolder}/${configKey}`,
    `--storage.path=${dataFolder}`,
    `--web.listen-address=:${alertmanagerPort.port}`,
    // There is but one, which need not look for others.
    '--cluster.listen-address=',
    ...(retention === undefined ? [] : [`--data.retention=${retention}`]),
  ],
  ports: [{ name: alertmanagerPort.name, containerPort: alertmanagerPort.port }],
  readinessProbe: { ...answers('ready'), periodSeconds: 10 },
  livenessProbe: { ...answers('healthy'), periodSeconds: 10, failureThreshold: 6 },
  resources,
  volumeMounts: [configMount, { name: 'data', mountPath: dataFolder }],
})

const answers = (state: 'healthy' | 'ready') => ({ httpGet: { path: `/-/${state}`, port: alertmanagerPort.name } })

const volumes = (config: SecretReference | undefined) => [
  {
    name: configMount.name,
    // Of the Secret, what else may be in it is nothing to the Pod.
    secret: { secretName: config?.secret, items: [{ key: configKey, path: configKey }] },
  },
]
