import type { Values, Where } from '../../fleet/component.ts'
import { everyNode } from '../../objects/kubernetes/every-node.ts'
import { destination, type LogAgentOptions, promtailFolder } from '../log-agent/log-agent.ts'
import { relabelConfigs, scrapeConfigs } from './scrape-configs.ts'

/** Promtail on every node, which reads the files of its containers. */
export const promtailValues = ({ resources }: LogAgentOptions, where: Where): Values => {
  const url = destination(where)
  return {
    fullnameOverride: where.name,
    config: {
      clients: url === undefined ? undefined : [{ url }],
      positions: { filename: `${promtailFolder}/positions.yaml` },
      snippets: { common: relabelConfigs, scrapeConfigs },
    },
    // For the node's name in the scrape configuration.
    extraArgs: ['-config.expand-env=true'],
    tolerations: everyNode,
    resources,
    serviceMonitor: { enabled: true, labels: where.found.monitorLabels() },
  }
}
