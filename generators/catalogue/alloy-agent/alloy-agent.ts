import { manifestsComponent } from '../../fleet/define-component.ts'
import { logAgentDefaults } from '../log-agent/log-agent.ts'
import { podLogs } from '../log-agent/relabelling.ts'
import { usualLokiSinglePush } from '../loki-single/addresses.ts'
import { agent } from './agent.ts'
import { alloyImage } from './image.ts'
import { type AlloyAgentOptions, alloyAgentChecks } from './options.ts'

/**
 * `alloy()` without its chart, and without a Prometheus operator: the same configuration sends the logs of every node's
 * containers to Loki, with the same labels.
 */
export const alloyAgent = manifestsComponent<AlloyAgentOptions>({
  name: 'alloy-agent',
  tier: 'apps',
  options: alloyAgentChecks,
  defaults: { version: alloyImage.version, ...logAgentDefaults },
  objects: agent,
  provides: () => [podLogs],
  requires: () => [{ kind: 'endpoint', name: 'loki-push', usually: usualLokiSinglePush }],
})
