import { dcgmExporterChart } from '../../charts/dcgm-exporter.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { type DcgmExporterOptions, dcgmExporterChecks } from './options.ts'
import { byMonitor, collected, exporterName, metricsPort } from './series.ts'
import { exporterValues } from './values.ts'

/**
 * The GPUs of NVIDIA's as metrics: how busy and how hot they are, their memory, their errors, and which Pod has them. It
 * exports the chart's own counters; others are there once `values` says `customMetrics`.
 */
export const dcgmExporter = helmComponent<DcgmExporterOptions>({
  name: exporterName,
  tier: 'apps',
  chart: dcgmExporterChart,
  options: dcgmExporterChecks,
  defaults: {
    monitor: false,
    resources: { requests: { cpu: '50m', memory: '192Mi' }, limits: { memory: '512Mi' } },
  },
  values: exporterValues,
  pods: (_, name) => [
    {
      workload: name,
      labels: { 'app.kubernetes.io/name': 'dcgm-exporter', 'app.kubernetes.io/instance': name },
      service: name,
      ports: [metricsPort],
      // Which counters it exports is in a ConfigMap, which it fetches by itself.
      asksApiServer: true,
    },
  ],
  provides: ({ monitor }, { name, namespace }) => [collected(name, namespace), ...(monitor ? [byMonitor] : [])],
  requires: ({ monitor }) => [
    { kind: 'node-feature', feature: 'nvidia-gpu' },
    ...(monitor ? [monitoringCrds, { kind: 'monitor-labels', usually: usualMonitorLabels } as const] : []),
  ],
})
