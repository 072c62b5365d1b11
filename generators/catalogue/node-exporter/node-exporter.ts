import { manifestsComponent } from '../../fleet/define-component.ts'
import { daemonSet } from '../../objects/kubernetes/daemon-set.ts'
import { service } from '../../objects/kubernetes/service.ts'
import { exporterMetrics, scrapedBy } from '../prometheus/jobs/exporter.ts'
import { agent, metricsPort } from './agent.ts'
import { nodeExporterImage } from './image.ts'
import { type NodeExporterOptions, nodeExporterChecks } from './options.ts'

/** The load of every node as metrics. Its namespace must allow Pods that share the node's network and processes. */
export const nodeExporter = manifestsComponent<NodeExporterOptions>({
  name: 'node-exporter',
  tier: 'apps',
  options: nodeExporterChecks,
  defaults: {
    version: nodeExporterImage.version,
    resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '128Mi' } },
  },
  objects: (options, { name }) => [
    // One address for all nodes would lead to any of them.
    service({ name, labels: scrapedBy('node-exporter'), port: metricsPort, headless: true }),
    daemonSet(agent(name, options)),
  ],
  provides: () => [exporterMetrics('node-exporter')],
})
