import type { Selected } from '../../objects/prometheus-operator/monitor.ts'
import { serviceMonitor } from '../../objects/prometheus-operator/service-monitor.ts'

/** The Services of Argo CD's install manifests that have metrics, by their name and label. */
const services = [
  'argocd-metrics', // the application controller, port 8082
  'argocd-server-metrics', // the API server, port 8083
  'argocd-repo-server', // port 8084
  'argocd-applicationset-controller', // port 8080
  'argocd-notifications-controller-metrics', // port 9001
]

interface ArgoMonitorSettings extends Selected {
  readonly argoNamespace: string | undefined
}

/** Has Argo CD scraped where it runs. The Service becomes the `job`; all of them call the port `metrics`. */
export const argoMonitor = ({ argoNamespace, ...selected }: ArgoMonitorSettings) =>
  serviceMonitor({
    ...selected,
    ...(argoNamespace === undefined ? {} : { namespaces: [argoNamespace] }),
    selector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: services }] },
    endpoints: [{ port: 'metrics' }],
  })
