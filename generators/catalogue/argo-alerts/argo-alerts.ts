import { objectName } from '../../fleet/checks/scalars.ts'
import { usualArgoNamespace } from '../../fleet/cluster.ts'
import type { CommonOptions } from '../../fleet/component.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { metricsUid } from '../kube-prometheus-stack/metrics-uid.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'
import { applicationMetrics, applicationSeries } from './application-metrics.ts'
import { argoDashboard } from './argo-dashboard.ts'
import { doraDashboard } from './dora-dashboard.ts'
import { argoRules } from './rules.ts'
import { argoMonitor } from './services.ts'

export interface ArgoAlertsOptions extends CommonOptions {
  /** The namespace that Argo CD runs in. Default `argocd`. */
  readonly argoNamespace?: string
}

/**
 * Has Argo CD scraped, tells Alertmanager when it fails, and shows how it fares, and how changes reach the cluster: the
 * four DORA metrics. Who is to hear of it in a chat is `argoNotifications()`'s.
 */
export const argoAlerts = manifestsComponent<ArgoAlertsOptions>({
  name: 'argo-alerts',
  tier: 'apps',
  options: { argoNamespace: objectName },
  defaults: { argoNamespace: usualArgoNamespace },
  objects: ({ argoNamespace }, { name, found }) => {
    const labels = found.monitorLabels()
    return [argoMonitor({ name, labels, argoNamespace }), argoRules(name, labels)]
  },
  dashboards: (_, where) => [argoDashboard(metricsUid(where)), doraDashboard(metricsUid(where))],
  provides: () => [applicationMetrics, applicationSeries, monitored('argo-cd')],
  requires: () => [
    { kind: 'crd', group: 'argoproj.io' },
    monitoringCrds,
    { kind: 'monitor-labels', usually: usualMonitorLabels },
    { kind: 'all', of: 'datasource' },
  ],
})
