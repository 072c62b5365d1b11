import type { Duration } from '../../../fleet/checks/scalars.ts'
import { componentId, type Named, type Receiver, type Settings } from '../component.ts'
import { verbatim } from '../environment.ts'
import type { NonEmpty } from '../pipeline.ts'

export type PrometheusReceiverSettings = Named & {
  /** What holds for each job that does not say otherwise. Default: once a minute. */
  readonly global?: { readonly scrape_interval?: Duration }
} & (
    | { readonly scrape_configs: NonEmpty<ScrapeConfig> }
    /** Files of jobs, each a map with `scrape_configs`. They are read at the start alone. */
    | { readonly scrape_config_files: NonEmpty<string> }
  )

/** A job of Prometheus, as far as collectors of ours need it. */
export interface ScrapeConfig {
  readonly job_name: string
  /** Default: the global one. */
  readonly scrape_interval?: Duration
  readonly scrape_timeout?: Duration
  readonly scheme?: 'http' | 'https'
  /** Default `/metrics`. */
  readonly metrics_path?: string
  readonly honor_labels?: boolean
  readonly authorization?: { readonly credentials_file: string }
  readonly tls_config?: { readonly ca_file?: string; readonly insecure_skip_verify?: boolean }
  readonly static_configs?: readonly {
    readonly targets: readonly string[]
    readonly labels?: Readonly<Record<string, string>>
  }[]
  /** Names that lead to one address or to many, each of which is scraped. */
  readonly dns_sd_configs?: readonly {
    readonly names: readonly string[]
    readonly type: 'A' | 'AAAA'
    readonly port: number
  }[]
  readonly kubernetes_sd_configs?: readonly {
    readonly role: 'endpoints' | 'endpointslice' | 'node' | 'pod' | 'service'
    readonly namespaces?: { readonly names: readonly string[] }
    readonly selectors?: readonly { readonly role: string; readonly label?: string; readonly field?: string }[]
  }[]
  readonly relabel_configs?: readonly Relabelling[]
  readonly metric_relabel_configs?: readonly Relabelling[]
}

export interface Relabelling {
  readonly source_labels?: readonly string[]
  readonly separator?: string
  readonly target_label?: string
  readonly regex?: string
  /** With Prometheus's own `$1` and `${1}`. */
  readonly replacement?: string
  readonly action?: 'drop' | 'keep' | 'labeldrop' | 'labelkeep' | 'labelmap' | 'lowercase' | 'replace' | 'uppercase'
}

/** Scrapes as Prometheus does. Its `${1}` is kept from being taken for a variable of the environment. */
export const prometheusReceiver = ({ name, ...config }: PrometheusReceiverSettings): Receiver<'metrics'> => ({
  kind: 'receiver',
  id: componentId('prometheus', name),
  settings: {
    config: 'scrape_configs' in config ? { ...config, scrape_configs: config.scrape_configs.map(job) } : config,
  },
  extensions: [],
  gives: { metrics: true },
})

const job = ({ relabel_configs, metric_relabel_configs, ...rest }: ScrapeConfig): Settings => ({
  ...rest,
  relabel_configs: relabel_configs?.map(relabelling),
  metric_relabel_configs: metric_relabel_configs?.map(relabelling),
})

const relabelling = ({ regex, replacement, ...rest }: Relabelling): Settings => ({
  ...rest,
  regex: regex === undefined ? undefined : verbatim(regex),
  replacement: replacement === undefined ? undefined : verbatim(replacement),
})
