import type { RelabelConfig } from './relabelling.ts'

/** What of Prometheus's configuration file we write. Its jobs are in files of their own. */
export interface PrometheusConfig {
  readonly global: { readonly scrape_interval?: string; readonly evaluation_interval?: string }
  readonly storage?: { readonly tsdb: TsdbConfig }
  readonly otlp?: { readonly promote_resource_attributes: readonly string[] }
  readonly alerting?: { readonly alertmanagers: readonly AlertmanagerConfig[] }
  readonly rule_files?: readonly string[]
  readonly scrape_config_files?: readonly string[]
}

/** Where alerts are sent to. */
export interface AlertmanagerConfig {
  readonly static_configs: readonly { readonly targets: readonly string[] }[]
}

/** Jobs, as Prometheus reads them from a file of their own. */
export interface ScrapeConfigFile {
  readonly scrape_configs: readonly ScrapeConfig[]
}

export interface TsdbConfig {
  readonly retention?: { readonly time?: string; readonly size?: string }
  /** How late a sample may come. Default `0s`: not later than the newest of its series. */
  readonly out_of_order_time_window?: string
}

/** A job: where its targets are, and how they are asked. */
export interface ScrapeConfig {
  readonly job_name: string
  /** A label of the target's own wins over the one that is put on it. Default `false`: it becomes `exported_…`. */
  readonly honor_labels?: boolean
  /** A series that vanishes ends at once, also where its samples carry a time of their own. Default `false`. */
  readonly track_timestamps_staleness?: boolean
  /** What is taken for granted of a target that does not say how it answers. Default: it is not scraped. */
  readonly fallback_scrape_protocol?: 'PrometheusText0.0.4'
  readonly metrics_path?: string
  readonly scheme?: 'http' | 'https'
  readonly authorization?: { readonly credentials_file: string }
  readonly tls_config?: { readonly ca_file?: string; readonly insecure_skip_verify?: boolean }
  readonly static_configs?: readonly { readonly targets: readonly string[] }[]
  readonly kubernetes_sd_configs?: readonly { readonly role: 'endpointslice' | 'node' | 'pod' }[]
  readonly relabel_configs?: readonly RelabelConfig[]
}

/** Rules by the name of their group, as Prometheus reads them from a file of their own. */
export interface RuleFile {
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusRule[] }[]
}

/** An alert or a recording rule. */
export interface PrometheusRule {
  readonly alert?: string
  readonly record?: string
  readonly expr: string
  readonly for?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

/**
 * The labels that a job puts on each of its series, read off its relabelling: what the guards hold queries against, so
 * that it is not said a second time.
 */
export const labelsOf = ({ relabel_configs = [] }: ScrapeConfig): readonly string[] => [
  'job',
  'instance',
  ...relabel_configs.flatMap(({ target_label: label }) =>
    label === undefined || label.startsWith('__') ? [] : [label],
  ),
]
