import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'
import { expect, test } from 'vitest'
import { applicationMetrics, applicationSeries } from '../../../generators/catalogue/argo-alerts/application-metrics.ts'
import { usualArgoNamespace } from '../../../generators/fleet/cluster.ts'
import { argo } from '../../../generators/fleetwright.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { think } from '../../../generators/render.ts'
import { fleet, note } from '../../support/fleets.ts'
import { validateAs } from '../../support/validate-as.ts'
import { base } from '../where.ts'
import { definition, placed } from './place.ts'

const monitor = (...args: Parameters<typeof placed>) =>
  placed(...args).objects.find(({ kind }) => kind === 'ServiceMonitor') as KubernetesObject & { spec: object }

test("Argo CD's five Services are scraped where it runs, by the Prometheus that was found", () => {
  const found = monitor({}, { monitorLabels: () => ({ release: 'watch' }) })
  expect(found.metadata).toEqual({ name: 'argo-alerts', labels: { release: 'watch' } })
  expect(found.spec).toEqual({
    namespaceSelector: { matchNames: [usualArgoNamespace] },
    selector: {
      matchExpressions: [
        {
          key: 'app.kubernetes.io/name',
          operator: 'In',
          values: [
            'argocd-metrics',
            'argocd-server-metrics',
            'argocd-repo-server',
            'argocd-applicationset-controller',
            'argocd-notifications-controller-metrics',
          ],
        },
      ],
    },
    endpoints: [{ port: 'metrics' }],
  })
  expect(() => validateAs(ServiceMonitor, found)).not.toThrow()
})

test('that is where every cluster of Argo CD has it that does not say otherwise', () => {
  const [cluster] = think(fleet({ a: { by: argo, components: [note()] } })).fleet.clusters
  expect(cluster?.argo.namespace).toBe(usualArgoNamespace)
})

test('it may run in another namespace', () => {
  expect(monitor({ argoNamespace: 'gitops' }).spec).toMatchObject({ namespaceSelector: { matchNames: ['gitops'] } })
})

test('kube-state-metrics is asked for what Argo CD has no metric for, and may read Applications alone', () => {
  expect(applicationMetrics.rbac).toEqual([
    { apiGroups: ['argoproj.io'], resources: ['applications'], verbs: ['list', 'watch'] },
  ])
  expect(applicationMetrics.resources).toMatchObject([
    {
      groupVersionKind: { group: 'argoproj.io', version: 'v1alpha1', kind: 'Application' },
      metrics: [
        { each: { gauge: { path: ['status', 'history'], valueFrom: ['deployStartedAt'] } } },
        { each: { gauge: { path: ['status', 'history'], valueFrom: ['deployedAt'] } } },
        { each: { gauge: { path: ['status', 'operationState', 'retryCount'], nilIsZero: true } } },
      ],
    },
  ])
})

test('it brings the series that its rules and dashboards ask for', () => {
  expect(definition.provides?.({}, base(definition))).toEqual([
    applicationMetrics,
    applicationSeries,
    { kind: 'metrics', exporter: 'argo-cd', through: 'monitors' },
  ])
  const ofKind = ['customresource_group', 'customresource_kind', 'customresource_version']
  expect(applicationSeries.families).toEqual({
    argo_application_deployment_started_timestamp_seconds: [...ofKind, 'name', 'project', 'id'],
    argo_application_deployed_timestamp_seconds: [...ofKind, 'name', 'project', 'id'],
    argo_application_sync_retries: [...ofKind, 'name', 'project', 'phase'],
  })
})

test('it waits for the definitions of monitors and rules, and wants Argo CD to be there', () => {
  expect(definition.requires?.({}, base(definition)).filter(({ kind }) => kind === 'crd')).toEqual([
    { kind: 'crd', group: 'argoproj.io' },
    { kind: 'crd', group: 'monitoring.coreos.com' },
  ])
})
