import type { CapabilityOf } from '../../fleet/capability.ts'
import { grouped } from '../../grouped.ts'
import { workloadOf } from '../../objects/kubernetes/pods-service.ts'
import type { ScrapeConfig } from '../../objects/opentelemetry/receivers/prometheus.ts'
import { metricsPort } from '../opentelemetry/addresses.ts'
import { identityLabels, scopeLabels } from '../opentelemetry/labels.ts'

/** Labels of every series that is scraped, as Prometheus has them at the hub: `job` is the Service, `instance` the Pod. */
export const scrapedLabels: readonly string[] = [
  'job',
  'instance',
  'service_name',
  'service_instance_id',
  ...identityLabels,
  ...scopeLabels,
]

/** What the collector says of a target that its `instance` does not say as well. */
export const redundantAttributes = ['server.address', 'server.port', 'url.scheme'] as const

type Offer = CapabilityOf<'metrics'>

/** A job for each Service that offers metrics to collectors, and one for the scraper itself. */
export const jobs = (itself: string, offers: readonly Offer[]): readonly ScrapeConfig[] => [
  { job_name: itself, static_configs: [{ targets: [`127.0.0.1:${metricsPort.port}`] }], ...common },
  ...[...byService(offers)].map(([job_name, targets]) => ({
    job_name,
    // A Service without an address of its own leads to each of its Pods, which are scraped one by one.
    dns_sd_configs: targets.map(({ host, port }) => ({ names: [host], type: 'A' as const, port })),
    ...common,
  })),
]

const common = {
  // By it a target says what it is called, a collector by another name after each restart, in place of job and instance.
  metric_relabel_configs: [{ source_labels: ['__name__'], regex: 'target_info', action: 'drop' }],
} satisfies Partial<ScrapeConfig>

interface Target {
  readonly host: string
  readonly port: number
}

/** Services of one name in several namespaces share a job: two of a name are refused. */
const byService = (offers: readonly Offer[]): ReadonlyMap<string, readonly Target[]> => {
  const targets = offers.flatMap(({ through, target }) => (through === 'collector' && target ? [targetOf(target)] : []))
  const inOrder = targets.toSorted((a, b) => (a.host < b.host ? -1 : 1))
  return grouped(inOrder, ({ host }) => workloadOf(host.split('.', 1)[0]!))
}

const targetOf = (target: string): Target => {
  const [host = '', port] = target.split(':')
  return { host, port: Number(port ?? 80) }
}
