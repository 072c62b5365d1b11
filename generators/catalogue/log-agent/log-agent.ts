import type { Requirement } from '../../fleet/capability.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import type { Where } from '../../fleet/component.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { pushUrl, usualLokiPush } from '../loki/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'

/** What every agent is told that sends a node's logs to Loki, so that one word in the fleet changes it for another. */
export interface LogAgentOptions {
  /** What each Pod may take. Default: requests of 50m and 128Mi, and at most 512Mi. */
  readonly resources?: Resources
}

export const logAgentChecks = { resources }

export const logAgentDefaults: LogAgentOptions = {
  resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } },
}

export const logAgentRequires = (): readonly Requirement[] => [
  { kind: 'endpoint', name: 'loki-push', usually: usualLokiPush },
  monitoringCrds,
  { kind: 'monitor-labels', usually: usualMonitorLabels },
]

/** Where the logs go. */
export const destination = ({ found }: Where): string | undefined => {
  const url = found.endpoint('loki-push')
  return url === undefined ? undefined : pushUrl(url)
}

/** Where Promtail remembers how far it has read each file: a folder of the node. */
export const promtailFolder = '/run/promtail'
