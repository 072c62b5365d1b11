import { ciliumChart } from '../../charts/cilium.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { hubbleMetrics } from './hubble-metrics.ts'
import { type CiliumOptions, ciliumChecks } from './options.ts'
import { ciliumSeries } from './series.ts'
import { ciliumValues } from './values.ts'

/**
 * The network of a cluster, with Hubble to watch it. Flux itself needs a network: the first time, install the chart
 * by hand under the same name and with the same values, and Flux takes the release over.
 */
export const cilium = helmComponent<CiliumOptions>({
  name: 'cilium',
  // The network is what everything else stands on, so nothing that needs it may come first.
  tier: 'infrastructure',
  chart: ciliumChart,
  options: ciliumChecks,
  defaults: {
    platform: 'talos',
    operatorReplicas: 1,
    resources: { requests: { cpu: '100m', memory: '512Mi' } },
    hubble: { ui: true, metrics: hubbleMetrics },
    monitors: true,
    scrapeInterval: '30s',
    dashboardsNamespace: 'monitoring',
  },
  values: ciliumValues,
  alsoIn: ({ dashboardsNamespace }) => [
    // Certificates of ingresses and gateways, apart from all others.
    'cilium-secrets',
    ...(dashboardsNamespace === undefined ? [] : [dashboardsNamespace]),
  ],
  // The operator makes them when it starts.
  provides: (options) => [{ kind: 'crd', group: 'cilium.io' }, ...ciliumSeries(options)],
  // Definitions are there without a network. The labels of a Prometheus wire; they do not make the network wait for it.
  requires: ({ monitors }) =>
    monitors ? [monitoringCrds, { kind: 'monitor-labels', usually: usualMonitorLabels }] : [],
})
