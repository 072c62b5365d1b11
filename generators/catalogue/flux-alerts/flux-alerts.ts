import { manifestsComponent } from '../../fleet/define-component.ts'
import { addressKey } from '../../objects/flux/provider.ts'
import { usualAlertmanager, usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { metricsUid } from '../kube-prometheus-stack/metrics-uid.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { controllersMonitor } from './controllers.ts'
import { fluxDashboard } from './dashboard.ts'
import { notifications } from './notifications.ts'
import { type FluxAlertsOptions, fluxAlertsChecks } from './options.ts'
import { fluxResourceMetrics, fluxSeries } from './resource-metrics.ts'
import { fluxRules } from './rules.ts'

/** Tells people when Flux fails, and Prometheus and Grafana how it fares. */
export const fluxAlerts = manifestsComponent<FluxAlertsOptions>({
  name: 'flux-alerts',
  tier: 'apps',
  options: fluxAlertsChecks,
  defaults: { alertmanager: true, severity: 'error' },
  objects: (options, where) => {
    const labels = where.found.monitorLabels()
    return [...notifications(options, where), controllersMonitor(labels), fluxRules(where.name, labels)]
  },
  dashboards: (_, where) => [fluxDashboard(metricsUid(where))],
  provides: () => [fluxResourceMetrics, ...fluxSeries],
  requires: ({ alertmanager, channels = [] }) => [
    { kind: 'crd', group: 'notification.toolkit.fluxcd.io' },
    monitoringCrds,
    { kind: 'monitor-labels', usually: usualMonitorLabels },
    { kind: 'all', of: 'datasource' },
    { kind: 'all', of: 'namespace' },
    ...(alertmanager ? [{ kind: 'endpoint', name: 'alertmanager', usually: usualAlertmanager } as const] : []),
    ...channels.map(({ address }) => ({ kind: 'secret', name: address.secret, keys: [addressKey] }) as const),
  ],
})
