import { promtailChart } from '../../charts/promtail.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { type LogAgentOptions, logAgentChecks, logAgentDefaults, logAgentRequires } from '../log-agent/log-agent.ts'
import { podLogs } from '../log-agent/relabelling.ts'
import { promtailSeries } from './series.ts'
import { promtailValues } from './values.ts'

export interface PromtailOptions extends HelmOptions<typeof promtailChart.keys>, LogAgentOptions {}

/**
 * Sends the logs of every node's containers to Loki. Promtail is at the end of its life and its chart deprecated:
 * `alloy()` is the successor, takes the same options and writes the same labels.
 */
export const promtail = helmComponent<PromtailOptions>({
  name: 'promtail',
  tier: 'apps',
  chart: promtailChart,
  options: logAgentChecks,
  defaults: logAgentDefaults,
  values: promtailValues,
  provides: () => [promtailSeries, podLogs],
  requires: logAgentRequires,
})
