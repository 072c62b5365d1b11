import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import { folderAnnotation } from '../../objects/grafana/provisioning.ts'
import { dashboardFolder } from './provisioning.ts'
import { dashboardMount, temporaryMount } from './volumes.ts'

const healthPort = { name: 'sidecar', port: 8080 } as const

/**
 * Writes every dashboard of the cluster into a folder that Grafana reads: those are ConfigMaps with a label, whoever
 * brings them, as with the chart. It tells Grafana nothing, which looks by itself, and so needs no login.
 */
export const dashboardSidecar = {
  name: 'dashboards',
  image: 'quay.io/kiwigrid/k8s-sidecar:2.10.1',
  env: Object.entries({
    LABEL: dashboardLabel.label,
    LABEL_VALUE: dashboardLabel.labelValue,
    RESOURCE: 'configmap',
    NAMESPACE: 'ALL',
    FOLDER: dashboardFolder,
    FOLDER_ANNOTATION: folderAnnotation,
    HEALTH_PORT: String(healthPort.port),
  }).map(([name, value]) => ({ name, value })),
  ports: [{ name: healthPort.name, containerPort: healthPort.port }],
  // Until it has written what there is, people would meet a Grafana without dashboards. Afterwards nobody asks: without
  // the API server it is not healthy, and Grafana would be gone just when it is needed.
  startupProbe: { httpGet: { path: '/healthz', port: healthPort.name }, periodSeconds: 5, failureThreshold: 60 },
  resources: { requests: { cpu: '10m', memory: '96Mi' }, limits: { memory: '256Mi' } },
  volumeMounts: [dashboardMount, temporaryMount],
}

/** ConfigMaps of every namespace, since a component's dashboards stand in its own. Nothing else, and no Secret. */
export const mayReadDashboards = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }
