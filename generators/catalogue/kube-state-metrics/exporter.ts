import type { Where } from '../../fleet/component.ts'
import { clusterRole, clusterRoleBinding, mayWatch } from '../../objects/kubernetes/cluster-role.ts'
import { configMap, configVolume, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { deployment } from '../../objects/kubernetes/deployment.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { nobody } from '../../objects/kubernetes/pod.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { serviceAccount } from '../../objects/kubernetes/service-account.ts'
import { scrapedBy } from '../prometheus/jobs/exporter.ts'
import { byGroup } from './collectors.ts'
import {
  customResourceFiles,
  customResourceFlag,
  customResourceMount,
  customResourceRights,
} from './custom-resources.ts'
import { kubeStateMetricsImage } from './image.ts'
import type { KubeStateMetricsOptions } from './options.ts'

export const metricsPort = { name: 'http-metrics', port: 8080 } as const
/** Its own metrics and state. */
const telemetryPort = { name: 'telemetry', port: 8081 } as const

/** kube-state-metrics, and the right to see exactly what it counts. */
export const exporter = (options: Partial<KubeStateMetricsOptions>, { name, namespace, found }: Where) => {
  const custom = found.all('custom-resource-metrics') ?? []
  const files = customResourceFiles(custom)
  return [
    serviceAccount(name),
    clusterRole(name, [
      ...byGroup(options.collectors ?? []).map(([group, kinds]) => mayWatch(group, ...kinds)),
      ...customResourceRights(custom),
    ]),
    clusterRoleBinding(name, namespace),
    ...(files === undefined ? [] : [configMap(name, files)]),
    service({ name, labels: scrapedBy('kube-state-metrics'), port: metricsPort }),
    deployment({
      name,
      replicas: 1,
      serviceAccount: name,
      user: nobody,
      podAnnotations: files && restartedBy(files),
      container: container(options, files !== undefined),
      volumes: files && [configVolume(customResourceMount.name, name)],
    }),
  ]
}

const container = (
  { version, collectors, resources }: Partial<KubeStateMetricsOptions>,
  isAskedForCustomResources: boolean,
) => ({
  name: 'kube-state-metrics',
  image: tagged(kubeStateMetricsImage, version),
  args: [
    `--port=${metricsPort.port}`,
    `--telemetry-port=${telemetryPort.port}`,
    ...(collectors === undefined ? [] : [`--resources=${collectors.join(',')}`]),
    ...(isAskedForCustomResources ? [customResourceFlag] : []),
  ],
  ports: [metricsPort, telemetryPort].map(({ name, port }) => ({ name, containerPort: port })),
  // Paths that every version answers. `/livez`, new in 2.13, asks the API server, whose outage is cured by no restart.
  readinessProbe: { httpGet: { path: '/', port: telemetryPort.name }, periodSeconds: 10 },
  livenessProbe: { httpGet: { path: '/healthz', port: metricsPort.name }, periodSeconds: 10, timeoutSeconds: 5 },
  resources,
  volumeMounts: isAskedForCustomResources ? [customResourceMount] : undefined,
})
