import type { CapabilityOf } from '../../fleet/capability.ts'
import {
  type CustomResourceState,
  familiesOf,
  gauge,
  gaugeOfEach,
} from '../../objects/kube-state-metrics/custom-resource-state.ts'
import { monitored } from '../prometheus-operator-crds/monitored.ts'

/** Whose series it is, by the names that Argo CD's own series have for it. */
const application = { name: ['metadata', 'name'], project: ['spec', 'project'] }

/** Each revision that was deployed. Argo CD keeps the newest ten of an Application. */
const ofHistory = {
  of: ['status', 'history'],
  labels: { id: ['id'] },
  objectLabels: application,
}

/** What Argo CD writes into Applications and has no metric for. */
const resources: readonly CustomResourceState[] = [
  {
    groupVersionKind: { group: 'argoproj.io', version: 'v1alpha1', kind: 'Application' },
    metricNamePrefix: 'argo_application',
    metrics: [
      gaugeOfEach('deployment_started_timestamp_seconds', 'When the sync that deployed a revision began.', {
        ...ofHistory,
        value: ['deployStartedAt'],
      }),
      gaugeOfEach('deployed_timestamp_seconds', 'When a revision was deployed.', {
        ...ofHistory,
        value: ['deployedAt'],
      }),
      // Argo CD counts a sync when it is over, and one that it tries again for ever never is.
      gauge('sync_retries', 'How often the newest sync failed and was tried again.', {
        value: ['status', 'operationState', 'retryCount'],
        otherwise: 0,
        labels: { ...application, phase: ['status', 'operationState', 'phase'] },
      }),
    ],
  },
]

/** Asks kube-state-metrics for the history and the retries of Applications. */
export const applicationMetrics: CapabilityOf<'custom-resource-metrics'> = {
  kind: 'custom-resource-metrics',
  resources,
  rbac: [{ apiGroups: ['argoproj.io'], resources: ['applications'], verbs: ['list', 'watch'] }],
}

/** The series that come of it. */
export const applicationSeries = monitored('argo-applications', { families: familiesOf(resources) })
