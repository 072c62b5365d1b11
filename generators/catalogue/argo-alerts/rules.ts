import type { IRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/Rule'
import { prometheusRule } from '../../objects/prometheus-operator/prometheus-rule.ts'

/** Recorded: when an Application was deployed last, in seconds since 1970. It changes once a deployment. */
export const lastDeployed = 'argo_application:deployed_timestamp_seconds:max'

/** Recorded: 1 while an Application fails, and 0 while it does not. */
export const failing = 'argo_application:failing:group'

const each = 'by (name, project)'
const degraded = 'argocd_app_info{health_status="Degraded"}'
/** Between two attempts a sync counts as running. */
const syncFailing =
  'argo_application_sync_retries{phase="Running"} > 0 or argo_application_sync_retries{phase=~"Error|Failed"}'

const recordings: readonly IRule[] = [
  { record: lastDeployed, expr: `max ${each} (argo_application_deployed_timestamp_seconds)` },
  { record: failing, expr: `group ${each} (${degraded} or ${syncFailing}) or 0 * group ${each} (argocd_app_info)` },
]

const alert = (name: string, pending: string, what: string, summary: string, description: string): IRule => ({
  alert: name,
  // Without the other labels, some of which change with every sync and would start the alert anew.
  expr: `group ${each} (${what})`,
  for: pending,
  labels: { severity: 'warning' },
  annotations: { summary, description: `Application {{ $labels.name }} ${description} for ${pending}.` },
})

const alerts: readonly IRule[] = [
  alert(
    'ArgoCDSyncFailing',
    '10m',
    syncFailing,
    'Argo CD cannot apply what the repository says.',
    'has failed to sync',
  ),
  alert(
    'ArgoCDOutOfSync',
    '30m',
    'argocd_app_info{sync_status="OutOfSync"}',
    'The cluster is not what the repository says.',
    'has been out of sync',
  ),
  alert(
    'ArgoCDSyncUnknown',
    '15m',
    'argocd_app_info{sync_status="Unknown"}',
    'Argo CD cannot tell whether the cluster is what the repository says: it cannot read the repository, or build from it.',
    'could not be compared',
  ),
  alert('ArgoCDDegraded', '10m', degraded, 'What Argo CD has applied does not work.', 'has been degraded'),
]

/** Alerts on what stays broken, and what the DORA dashboard is computed from. */
export const argoRules = (name: string, labels: Readonly<Record<string, string>> | undefined) =>
  prometheusRule({ name, labels, groups: { [`${name}.recordings`]: recordings, [name]: alerts } })
