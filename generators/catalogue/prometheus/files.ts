import type { Files } from '../../objects/kubernetes/config-map.ts'
import type { PrometheusConfig, RuleFile } from '../../objects/prometheus/config.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { prometheusPort } from './addresses.ts'
import { jobs } from './jobs/jobs.ts'
import type { PrometheusOptions, ReceiverOptions } from './options.ts'

/** The folder of the container where the files are. */
export const configFolder = '/etc/prometheus'
export const configFile = 'prometheus.yml'
const ruleFile = 'rules.yml'

/** What Prometheus is told, as the files that it reads at its start. */
export const prometheusFiles = (options: Partial<PrometheusOptions>): Files => ({
  [configFile]: toYaml(configOf(options)),
  ...(options.rules === undefined ? {} : { [ruleFile]: toYaml(rulesOf(options.rules)) }),
})

export const configOf = ({ scrapeInterval, retention, rules, receivers }: Partial<PrometheusOptions>) =>
  ({
    global: { scrape_interval: scrapeInterval, evaluation_interval: scrapeInterval },
    storage: {
      tsdb: {
        retention: { time: retention },
        out_of_order_time_window: isOpen(receivers) ? receivers?.outOfOrder : undefined,
      },
    },
    otlp:
      receivers?.otlp && receivers.promote !== undefined
        ? { promote_resource_attributes: receivers.promote }
        : undefined,
    rule_files: rules === undefined ? undefined : [`${configFolder}/${ruleFile}`],
    scrape_configs: jobs(prometheusPort.port),
  }) satisfies PrometheusConfig

const isOpen = ({ remoteWrite, otlp }: ReceiverOptions = {}): boolean => Boolean(remoteWrite || otlp)

const rulesOf = (rules: NonNullable<PrometheusOptions['rules']>): RuleFile => ({
  groups: Object.entries(rules).map(([name, rules]) => ({ name, rules })),
})
