import { parse } from 'yaml'
import { type RelabelConfig, relabel } from '../log-agent/relabel.ts'

type Labels = Readonly<Record<string, string>>

interface Job {
  readonly job_name: string
  readonly relabel_configs?: readonly (RelabelConfig & { readonly action?: 'drop' | 'keep' })[]
}

/** What a job makes of what was discovered, as Prometheus would: how it is asked and labelled, or nothing. */
export const target = (jobs: string, name: string, discovered: Labels): Labels | undefined => {
  const job = (parse(jobs) as { scrape_configs: Job[] }).scrape_configs.find(({ job_name }) => job_name === name)
  const labels = job?.relabel_configs?.reduce<Labels | undefined>((labels, rule) => {
    if (labels === undefined) return undefined
    if (rule.action === undefined) return relabel([rule], labels)
    const read = rule.source_labels.map((label) => labels[label] ?? '').join(';')
    return new RegExp(`^(?:${rule.regex})$`).test(read) === (rule.action === 'keep') ? labels : undefined
  }, discovered)
  return labels && Object.fromEntries(Object.entries(labels).filter(([label]) => !label.startsWith('__meta_')))
}

/** Discovered labels, as Kubernetes's discovery names them. */
export const meta = (labels: Labels, address = '10.1.0.7:8080'): Labels => ({
  __address__: address,
  ...Object.fromEntries(Object.entries(labels).map(([name, value]) => [`__meta_kubernetes_${name}`, value])),
})
