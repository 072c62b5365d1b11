import { prometheusOperatorCrdsChart } from '../../charts/prometheus-operator-crds.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { monitoringCrds } from './crds.ts'

export type PrometheusOperatorCrdsOptions = HelmOptions<typeof prometheusOperatorCrdsChart.keys>

/** The definitions of PrometheusRule, ServiceMonitor and their kin, there before anything that uses them. */
export const prometheusOperatorCrds = helmComponent<PrometheusOperatorCrdsOptions>({
  name: 'prometheus-operator-crds',
  tier: 'infrastructure',
  chart: prometheusOperatorCrdsChart,
  options: {},
  values: () => ({
    // Without a definition, every object of its kind is deleted: the definitions outlive the release.
    crds: { annotations: { 'helm.sh/resource-policy': 'keep' } },
  }),
  provides: () => [monitoringCrds],
})
