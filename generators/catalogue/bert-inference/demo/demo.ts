import type { Where } from '../../../fleet/component.ts'
import { configMap, restartedBy } from '../../../objects/kubernetes/config-map.ts'
import { deployment } from '../../../objects/kubernetes/deployment.ts'
import { service, serviceUrl } from '../../../objects/kubernetes/service.ts'
import type { BertInferenceOptions } from '../options.ts'
import { apiPort } from '../server.ts'
import { entrance, entranceMounts, entrancePorts, entranceVolumes, isOpen } from './entrance.ts'
import { healthPath, nginxConfig, pageFolder } from './nginx.ts'
import { page } from './page.ts'

const port = { name: 'http', port: 8080 } as const
const configFile = 'default.conf'

/** The user `nginx` of the image. */
const nginxUser = 101

/** A page to try the model, served beside the way to it, so that a browser needs no other address. */
export const demo = ({ loadBalancer }: Partial<BertInferenceOptions>, where: Where) => {
  const name = `${where.name}-demo`
  const server = serviceUrl(where.name, where.namespace, apiPort.port)
  const files = { [configFile]: nginxConfig({ port: port.port, server, withLogin: isOpen(loadBalancer) }), ...page }
  return [
    configMap(name, files),
    deployment({
      name,
      replicas: 1,
      podAnnotations: restartedBy(files),
      user: nginxUser,
      container: {
        name: 'nginx',
        image: 'docker.io/nginxinc/nginx-unprivileged:1.29.1-alpine',
        ports: [port, ...entrancePorts(loadBalancer)].map(({ name, port }) => ({ name, containerPort: port })),
        readinessProbe: { ...answers, periodSeconds: 10 },
        livenessProbe: { ...answers, periodSeconds: 10, failureThreshold: 6 },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        volumeMounts: [...mounts, ...entranceMounts(loadBalancer)],
      },
      volumes: [
        filesVolume('config', name, [configFile]),
        // Without nginx's own file, which it would show to everybody.
        filesVolume('page', name, Object.keys(page)),
        { name: 'tmp', emptyDir: {} },
        ...entranceVolumes(loadBalancer),
      ],
    }),
    service({ name, port }),
    ...entrance(name, loadBalancer),
  ]
}

const answers = { httpGet: { path: healthPath, port: port.name } }

const mounts = [
  { name: 'config', mountPath: '/etc/nginx/conf.d', readOnly: true },
  { name: 'page', mountPath: pageFolder, readOnly: true },
  { name: 'tmp', mountPath: '/tmp' },
]

const filesVolume = (name: string, configMap: string, files: readonly string[]) => ({
  name,
  configMap: { name: configMap, items: files.map((file) => ({ key: file, path: file })) },
})
