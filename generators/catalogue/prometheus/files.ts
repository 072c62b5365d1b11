import type { Where } from '../../fleet/component.ts'
import type { Files } from '../../objects/kubernetes/config-map.ts'
import type { PrometheusConfig, RuleFile, ScrapeConfigFile } from '../../objects/prometheus/config.ts'
import { toYaml } from '../../output/yaml/emit.ts'
import { prometheusPort } from './addresses.ts'
import { edgeRules } from './edges.ts'
import { jobs } from './jobs/jobs.ts'
import type { PrometheusOptions, ReceiverOptions } from './options.ts'

/** The folder of the container where the files are. */
export const configFolder = '/etc/prometheus'
export const configFile = 'prometheus.yml'
/** Apart from the rest, so that a layer that changes the rest does not repeat them. */
const jobFile = 'jobs.yml'
const ruleFile = 'rules.yml'
/** A new edge changes this one alone. */
const edgeFile = 'edges.yml'

/** What Prometheus is told, as the files that it reads: all but the first again when they change. */
export const prometheusFiles = (options: Partial<PrometheusOptions>, where: Where): Files => ({
  [configFile]: toYaml(configOf(options, where)),
  ...(isScraping(options, where)
    ? { [jobFile]: toYaml({ scrape_configs: jobs(prometheusPort.port) } satisfies ScrapeConfigFile) }
    : {}),
  ...(options.rules === undefined ? {} : { [ruleFile]: toYaml(rulesOf(options.rules)) }),
  ...(isHub(where) ? { [edgeFile]: toYaml(rulesOf({ 'fleet.edges': edgeRules(where.cluster?.edges ?? []) })) } : {}),
})

/** Whether it looks for targets by itself. What it found at a hub would not say that it is the hub's. */
export const isScraping = ({ scrape }: Partial<PrometheusOptions>, where: Where): boolean => scrape ?? !isHub(where)

const isHub = ({ cluster }: Where): boolean => cluster?.role === 'hub'

const configOf = (options: Partial<PrometheusOptions>, where: Where) => {
  const { scrapeInterval, retention, rules, receivers } = options
  const ruleFiles = [...(rules === undefined ? [] : [ruleFile]), ...(isHub(where) ? [edgeFile] : [])]
  return {
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
    alerting: alertingTo(where.found.endpoint('alertmanager')),
    rule_files: ruleFiles.length === 0 ? undefined : ruleFiles,
    scrape_config_files: isScraping(options, where) ? [jobFile] : undefined,
  } satisfies PrometheusConfig
}

const alertingTo = (url: string | undefined) =>
  url === undefined ? undefined : { alertmanagers: [{ static_configs: [{ targets: [new URL(url).host] }] }] }

/** Whether samples are sent to it. */
export const isOpen = ({ remoteWrite, otlp }: ReceiverOptions = {}): boolean => Boolean(remoteWrite || otlp)

const rulesOf = (rules: NonNullable<PrometheusOptions['rules']>): RuleFile => ({
  groups: Object.entries(rules).map(([name, rules]) => ({ name, rules })),
})
