import type { Where } from '../../fleet/component.ts'
import { clusterRole, clusterRoleBinding } from '../../objects/kubernetes/cluster-role.ts'
import { configMap, restartedBy } from '../../objects/kubernetes/config-map.ts'
import { deployment } from '../../objects/kubernetes/deployment.ts'
import { tagged } from '../../objects/kubernetes/image.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { serviceAccount } from '../../objects/kubernetes/service-account.ts'
import { adminKeys } from '../kube-prometheus-stack/grafana.ts'
import { scraped } from '../prometheus/jobs/annotated.ts'
import { grafanaPort } from './addresses.ts'
import { dashboardSidecar, mayReadDashboards } from './dashboard-sidecar.ts'
import { grafanaImage } from './image.ts'
import type { GrafanaOptions } from './options.ts'
import { grafanaFiles } from './provisioning.ts'
import { mounts, volumes } from './volumes.ts'

/** The user `grafana` of the image. */
const grafanaUser = 472

/** Grafana, and beside it what brings it the dashboards. */
export const server = (options: Partial<GrafanaOptions>, { name, namespace, found }: Where) => {
  const files = grafanaFiles(found.all('datasource') ?? [])
  return [
    serviceAccount(name),
    clusterRole(name, [mayReadDashboards]),
    clusterRoleBinding(name, namespace),
    configMap(name, files),
    service({ name, port: { ...grafanaPort, ...nodePortOf(options) } }),
    deployment({
      name,
      replicas: 1,
      podAnnotations: { ...scraped({ port: grafanaPort.port }), ...restartedBy(files) },
      serviceAccount: name,
      user: grafanaUser,
      container: container(options),
      sidecars: [dashboardSidecar],
      volumes: volumes(name),
    }),
  ]
}

const nodePortOf = ({ nodePort }: Partial<GrafanaOptions>) => (nodePort === undefined ? {} : { nodePort })

const container = ({ version, admin, resources }: Partial<GrafanaOptions>) => ({
  name: 'grafana',
  image: tagged(grafanaImage, version),
  env: [
    ...silent,
    // There is no default: without the Secret the Pod does not start.
    ...(admin === undefined ? [] : login(admin.secret)),
  ],
  ports: [{ name: grafanaPort.name, containerPort: grafanaPort.port }],
  // At its first start it makes its database.
  startupProbe: { ...answers, periodSeconds: 5, failureThreshold: 60 },
  readinessProbe: { ...answers, periodSeconds: 10 },
  livenessProbe: { ...answers, periodSeconds: 10, failureThreshold: 6 },
  resources,
  volumeMounts: mounts,
})

const answers = { httpGet: { path: '/api/health', port: grafanaPort.name } }

const login = (secret: string) => [
  { name: 'GF_SECURITY_ADMIN_USER', valueFrom: { secretKeyRef: { name: secret, key: adminKeys.userKey } } },
  { name: 'GF_SECURITY_ADMIN_PASSWORD', valueFrom: { secretKeyRef: { name: secret, key: adminKeys.passwordKey } } },
]

/** Versions are pinned in the tree; nobody needs Grafana to ask the world for newer ones, or to report home. */
const silent = [
  'GF_ANALYTICS_CHECK_FOR_UPDATES',
  'GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES',
  'GF_ANALYTICS_REPORTING_ENABLED',
  'GF_NEWS_NEWS_FEED_ENABLED',
].map((name) => ({ name, value: 'false' }))
