import type { Values, Where } from '../../fleet/component.ts'
import { dashboardLabel } from '../../objects/grafana/dashboard-label.ts'
import type { CiliumOptions } from './options.ts'
import { platforms } from './platforms.ts'

/** The chart's values for the options that are given. */
export const ciliumValues = (options: Partial<CiliumOptions>, where: Where): Values => {
  const { platform, operatorReplicas, resources, hubble, monitors } = options
  const serviceMonitor = monitorValues(options, where)
  const dashboards = dashboardValues(options)
  return {
    ...(platform === undefined ? {} : platforms[platform]),
    // Agents read their configuration when they start, so a changed one restarts them. Traffic goes on meanwhile.
    rollOutCiliumPods: true,
    resources,
    dashboards,
    // The definitions come first; the chart cannot see that when it is rendered, and would refuse.
    prometheus: { enabled: monitors, serviceMonitor: { ...serviceMonitor, trustCRDsExist: monitors } },
    operator: {
      replicas: operatorReplicas,
      rollOutPods: true,
      prometheus: { enabled: monitors, serviceMonitor },
      dashboards,
    },
    envoy: { rollOutPods: true },
    hubble: {
      enabled: true,
      relay: { enabled: true, rollOutPods: true },
      ui: { enabled: hubble?.ui, rollOutPods: true },
      // Helm would make new certificates at every render; a CronJob in the cluster makes and renews them.
      tls: { auto: { method: 'cronJob' } },
      metrics: { enabled: hubble?.metrics, serviceMonitor, dashboards },
    },
  }
}

const monitorValues = ({ monitors, scrapeInterval }: Partial<CiliumOptions>, { found }: Where) => ({
  enabled: monitors,
  labels: found.monitorLabels(),
  interval: scrapeInterval,
})

const { label, labelValue } = dashboardLabel

const dashboardValues = ({ dashboardsNamespace }: Partial<CiliumOptions>) => ({
  enabled: true,
  label,
  labelValue,
  namespace: dashboardsNamespace,
})
