import type { Where } from '../../fleet/component.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { keepsDataAffinity } from '../../objects/kubernetes/node-affinity.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { statefulSet } from '../../objects/kubernetes/stateful-set.ts'
import { scraped } from '../prometheus/jobs/annotated.ts'
import { lokiPort } from './addresses.ts'
import { configFile, configFolder, dataFolder, lokiFiles } from './files.ts'
import { lokiImage } from './image.ts'
import type { LokiSingleOptions } from './options.ts'

/** The user `loki` of the image. */
const lokiUser = 10001

/** Loki, and what it is told. It asks the API server nothing. */
export const server = (options: Partial<LokiSingleOptions>, where: Where) => {
  const { name, storageClass } = where
  const files = lokiFiles(options)
  return [
    configMap(name, files),
    service({ name, port: lokiPort }),
    statefulSet({
      name,
      podAnnotations: { ...scraped({ port: lokiPort.port }), ...restartedBy(files) },
      user: lokiUser,
      // It writes what it holds in memory before it ends.
      graceSeconds: 300,
      container: container(options),
      volumes: [configVolume('config', name), { name: 'tmp', emptyDir: {} }],
      claim: { name: 'data', size: options.size, storageClass },
      affinity: keepsDataAffinity(where),
    }),
  ]
}

const container = ({ version, resources }: Partial<LokiSingleOptions>) => ({
  name: 'loki',
  image: tagged(lokiImage, version),
  args: ['-target=all', `-config.file=${configFolder}/${configFile}`],
  ports: [{ name: lokiPort.name, containerPort: lokiPort.port }],
  // After a crash it reads its log first. It waits 15 seconds to be sure that nobody else is there.
  startupProbe: { ...answers, periodSeconds: 5, failureThreshold: 60 },
  readinessProbe: { ...answers, periodSeconds: 10 },
  // Alive as long as it listens: it is not ready while it catches up, and a restart would begin that anew.
  livenessProbe: { tcpSocket: { port: lokiPort.name }, periodSeconds: 10, failureThreshold: 6 },
  resources,
  volumeMounts: [
    { name: 'config', mountPath: configFolder, readOnly: true },
    { name: 'data', mountPath: dataFolder },
    { name: 'tmp', mountPath: '/tmp' },
  ],
})

const answers = { httpGet: { path: '/ready', port: lokiPort.name } }
