import { manifestsComponent } from '../../fleet/define-component.ts'
import { serviceHost } from '../../objects/kubernetes/service.ts'
import { collected } from '../opentelemetry/collected.ts'
import { exporterMetrics } from '../prometheus/jobs/exporter.ts'
import { notCollected, usualCollectors } from './collectors.ts'
import { exporter, metricsPort } from './exporter.ts'
import { kubeStateMetricsImage } from './image.ts'
import { type KubeStateMetricsOptions, kubeStateMetricsChecks } from './options.ts'

const exporterName = 'kube-state-metrics'

/** The state of what is in the cluster as metrics: how many replicas there should be, which Pods wait, what is full. */
export const kubeStateMetrics = manifestsComponent<KubeStateMetricsOptions>({
  name: exporterName,
  tier: 'apps',
  options: kubeStateMetricsChecks,
  defaults: {
    version: kubeStateMetricsImage.version,
    collectors: usualCollectors,
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
  objects: exporter,
  provides: ({ collectors = [] }, { name, namespace }) =>
    [
      exporterMetrics(exporterName),
      // A collector that scrapes knows no jobs, and is told the address.
      collected(exporterName, serviceHost(name, namespace, metricsPort.port)),
    ].map((series) => ({ ...series, dropped: notCollected(collectors) })),
  requires: () => [{ kind: 'all', of: 'custom-resource-metrics' }],
})
