import type { Repository } from '../../fleet/fleet.ts'
import type { PrometheusRule } from '../../objects/prometheus/config.ts'
import { alert, runbookFolder } from './alert.ts'
import { carriedCertificateAlerts, certificateAlerts } from './certificates.ts'
import { collectorAlerts } from './collectors.ts'
import { configurationAlerts } from './configuration.ts'
import { gpuAlerts } from './gpus.ts'
import { reportingAlerts, reportingRecordings } from './reporting.ts'

export interface FederationRulesSettings {
  /** The fleet's own, as GitHub shows it: its pages in `docs/runbooks` say what to do. */
  readonly repository: Repository
  /** Whether a person carries certificates to the edges, and is told when. Default `true`. */
  readonly carried?: boolean
}

/**
 * The alerts of a federation, for the Prometheus of its hub: `prometheus({ rules: federationRules({ repository }) })`. Each
 * says of which cluster it is, and where its runbook is.
 */
export const federationRules = ({
  repository,
  carried = true,
}: FederationRulesSettings): Readonly<Record<string, readonly PrometheusRule[]>> => {
  const alerts = alert(runbooksIn(repository))
  return {
    'federation.reporting': [...reportingRecordings, ...reportingAlerts.map(alerts)],
    'federation.configuration': configurationAlerts.map(alerts),
    'federation.collectors': collectorAlerts.map(alerts),
    'federation.gpus': gpuAlerts.map(alerts),
    'federation.certificates': [...certificateAlerts, ...(carried ? carriedCertificateAlerts : [])].map(alerts),
  }
}

/** Where people read the runbooks: `https://github.com/example/platform/blob/main/docs/runbooks`. */
const runbooksIn = ({ url, branch }: Repository): string =>
  `${url.replace(/^ssh:\/\/(?:[^@/]*@)?/, 'https://').replace(/\.git$/, '')}/blob/${branch}/${runbookFolder}`
