import { manifestsComponent } from '../../fleet/define-component.ts'
import { prometheusRule } from '../../objects/prometheus-operator/prometheus-rule.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { alertRules } from './alerts.ts'
import { type PlatformAlertsOptions, platformAlertsChecks } from './options.ts'

/** NodeDown, PodCrashLooping, HighMemory and HighCPU, as a PrometheusRule that the cluster's Prometheus loads. */
export const platformAlerts = manifestsComponent<PlatformAlertsOptions>({
  name: 'platform-alerts',
  tier: 'apps',
  options: platformAlertsChecks,
  objects: (options, where) => [
    prometheusRule({
      name: where.name,
      labels: where.found.monitorLabels(),
      groups: { [where.name]: alertRules(options) },
    }),
  ],
  requires: () => [monitoringCrds, { kind: 'monitor-labels', usually: usualMonitorLabels }],
})
