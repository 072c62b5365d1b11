import { alloyChart } from '../../charts/alloy.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import { helmComponent } from '../../fleet/define-component.ts'
import { type LogAgentOptions, logAgentChecks, logAgentDefaults, logAgentRequires } from '../log-agent/log-agent.ts'
import { podLogs } from '../log-agent/relabelling.ts'
import { alloySeries } from './series.ts'
import { alloyValues } from './values.ts'

export interface AlloyOptions extends HelmOptions<typeof alloyChart.keys>, LogAgentOptions {}

/**
 * Sends the logs of every node's containers to Loki. It takes the same options as `promtail()`, writes the same labels,
 * and goes on where that stopped.
 */
export const alloy = helmComponent<AlloyOptions>({
  name: 'alloy',
  tier: 'apps',
  chart: alloyChart,
  options: logAgentChecks,
  defaults: logAgentDefaults,
  values: alloyValues,
  provides: () => [alloySeries, podLogs],
  requires: logAgentRequires,
})
