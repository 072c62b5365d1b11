import type { CapabilityOf } from '../../../fleet/capability.ts'
import type { ScrapeConfig } from '../../../objects/prometheus/config.ts'
import { labelName } from '../../../objects/prometheus/label-name.ts'
import { keep, meta, type RelabelConfig } from '../../../objects/prometheus/relabelling.ts'

/** The label of a Service that says which job of Prometheus's configuration scrapes it. Its name may be any. */
const jobLabel = 'fleetwright.dev/scrape-job'

/** The exporters that have a job of their own. */
export type ExporterJob = 'kube-state-metrics' | 'node-exporter'

/** Labels by which Prometheus finds the Service of an exporter. */
export const scrapedBy = (job: ExporterJob): Readonly<Record<string, string>> => ({ [jobLabel]: job })

/** The series of an exporter, where a Prometheus has its job. */
export const exporterMetrics = (job: ExporterJob): CapabilityOf<'metrics'> => ({
  kind: 'metrics',
  exporter: job,
  through: `job:${job}`,
})

/** The job that scrapes what stands behind Services with its label. */
export const exporterJob = (
  job: ExporterJob,
  { relabel_configs = [], ...settings }: Pick<ScrapeConfig, 'honor_labels' | 'relabel_configs'>,
): ScrapeConfig => ({
  job_name: job,
  ...settings,
  kubernetes_sd_configs: [{ role: 'endpointslice' }],
  relabel_configs: [
    keep({ [meta(`service_label_${labelName(jobLabel)}`)]: job }),
    ...relabel_configs,
  ] satisfies readonly RelabelConfig[],
})
