import type { CapabilityOf } from '../../../fleet/capability.ts'
import { labelsOf, type ScrapeConfig } from '../../../objects/prometheus/config.ts'
import { meta, write } from '../../../objects/prometheus/relabelling.ts'
import { pods, serviceEndpoints } from './annotated.ts'
import { exporterJob } from './exporter.ts'
import { apiServers, cadvisor, nodes } from './kubernetes.ts'

/** Prometheus's own metrics, by its port. */
const itself = (port: number) =>
  ({ job_name: 'prometheus', static_configs: [{ targets: [`localhost:${port}`] }] }) satisfies ScrapeConfig

/** Its series say themselves which Pod they are about; what is about a node or a volume belongs to no Pod. */
const kubeStateMetrics = exporterJob('kube-state-metrics', { honor_labels: true })

/** People know a node by its name, not by the address that is in `instance`. */
const nodeExporter = exporterJob('node-exporter', {
  relabel_configs: [write('node', meta('endpointslice_endpoint_node_name'))],
})

const named = [apiServers, nodes, cadvisor, kubeStateMetrics, nodeExporter]
const annotated = [serviceEndpoints, pods]

/** Everything that Prometheus scrapes. */
export const jobs = (port: number): readonly ScrapeConfig[] => [itself(port), ...named, ...annotated]

/** What the jobs put on what they scrape. */
export const scrapes = (port: number): readonly CapabilityOf<'scrapes'>[] => [
  ...[itself(port), ...named].map(
    (job) => ({ kind: 'scrapes', through: `job:${job.job_name}`, labels: labelsOf(job) }) as const,
  ),
  // What both of them put on: whoever is annotated may be found by either.
  {
    kind: 'scrapes',
    through: 'annotations',
    labels: labelsOf(pods).filter((label) => labelsOf(serviceEndpoints).includes(label)),
  },
]

/** What is there to be scraped in every cluster, and in Prometheus itself. */
export const scrapedAnyway: readonly CapabilityOf<'metrics'>[] = [
  { kind: 'metrics', exporter: 'prometheus', through: 'job:prometheus' },
  { kind: 'metrics', exporter: 'kube-apiserver', through: `job:${apiServers.job_name}` },
  { kind: 'metrics', exporter: 'kubelet', through: `job:${nodes.job_name}` },
  { kind: 'metrics', exporter: 'cadvisor', through: `job:${cadvisor.job_name}` },
]
