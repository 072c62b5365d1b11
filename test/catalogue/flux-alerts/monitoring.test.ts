import { PodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor'
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'
import { expect, test } from 'vitest'
import { fluxResourceMetrics, fluxSeries } from '../../../generators/catalogue/flux-alerts/resource-metrics.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { validateAs } from '../../support/validate-as.ts'
import { placed, requirements } from './place.ts'

const object = (kind: string, found = {}) =>
  placed({}, found).objects.find((one) => one.kind === kind) as KubernetesObject & { spec: Record<string, unknown> }

test("Flux's controllers are scraped where they run, by the Prometheus that was found", () => {
  const monitor = object('PodMonitor', { monitorLabels: () => ({ release: 'watch' }) })
  expect(monitor.metadata).toEqual({ name: 'flux-system', labels: { release: 'watch' } })
  expect(monitor.spec).toEqual({
    namespaceSelector: { matchNames: ['flux-system'] },
    selector: {
      matchExpressions: [
        {
          key: 'app',
          operator: 'In',
          values: [
            'source-controller',
            'kustomize-controller',
            'helm-controller',
            'notification-controller',
            'image-reflector-controller',
            'image-automation-controller',
          ],
        },
      ],
    },
    podMetricsEndpoints: [{ port: 'http-prom' }],
  })
  expect(() => validateAs(PodMonitor, monitor)).not.toThrow()
})

test('an alert fires for what has not been ready for ten minutes and is not suspended', () => {
  const rule = object('PrometheusRule')
  expect(rule.metadata).toEqual({ name: 'flux-alerts', labels: { release: 'kube-prometheus-stack' } })
  expect(rule.spec.groups).toMatchObject([
    {
      name: 'flux-alerts',
      rules: [
        {
          alert: 'FluxReconciliationFailing',
          expr: 'max by (customresource_kind, exported_namespace, name) (gotk_resource_info{ready="False", suspended!="true"}) > 0',
          for: '10m',
          labels: { severity: 'warning' },
        },
      ],
    },
  ])
  expect(() => validateAs(PrometheusRule, rule)).not.toThrow()
})

test('the definitions of monitors, rules, providers and alerts come first', () => {
  expect(requirements().filter(({ kind }) => kind === 'crd')).toEqual([
    { kind: 'crd', group: 'notification.toolkit.fluxcd.io' },
    { kind: 'crd', group: 'monitoring.coreos.com' },
  ])
})

test("the state of each kind of Flux's objects is asked of kube-state-metrics, in the version that Flux serves", () => {
  expect(placed().provides).toContain(fluxResourceMetrics)
  const kinds = fluxResourceMetrics.resources.map(({ groupVersionKind }) =>
    Object.values(groupVersionKind as object).join(' '),
  )
  expect(kinds).toEqual([
    'kustomize.toolkit.fluxcd.io v1 Kustomization',
    'helm.toolkit.fluxcd.io v2 HelmRelease',
    'source.toolkit.fluxcd.io v1 GitRepository',
    'source.toolkit.fluxcd.io v1 OCIRepository',
    'source.toolkit.fluxcd.io v1 HelmRepository',
    'source.toolkit.fluxcd.io v1 HelmChart',
    'source.toolkit.fluxcd.io v1 Bucket',
    'notification.toolkit.fluxcd.io v1beta3 Alert',
    'notification.toolkit.fluxcd.io v1beta3 Provider',
    'notification.toolkit.fluxcd.io v1 Receiver',
  ])
})

test('the state of a Kustomization is one series, its labels read off the object', () => {
  expect(fluxResourceMetrics.resources[0]).toEqual({
    groupVersionKind: { group: 'kustomize.toolkit.fluxcd.io', version: 'v1', kind: 'Kustomization' },
    metricNamePrefix: 'gotk',
    metrics: [
      {
        name: 'resource_info',
        help: 'The current state of a Kustomization of Flux.',
        each: {
          type: 'Info',
          info: {
            labelsFromPath: {
              name: ['metadata', 'name'],
              exported_namespace: ['metadata', 'namespace'],
              ready: ['status', 'conditions', '[type=Ready]', 'status'],
              suspended: ['spec', 'suspend'],
              revision: ['status', 'lastAppliedRevision'],
              source_name: ['spec', 'sourceRef', 'name'],
            },
          },
        },
      },
    ],
  })
})

test('kube-state-metrics may read what it is asked for, and no more', () => {
  expect(fluxResourceMetrics.rbac).toEqual([
    { apiGroups: ['kustomize.toolkit.fluxcd.io'], resources: ['kustomizations'], verbs: ['list', 'watch'] },
    { apiGroups: ['helm.toolkit.fluxcd.io'], resources: ['helmreleases'], verbs: ['list', 'watch'] },
    {
      apiGroups: ['source.toolkit.fluxcd.io'],
      resources: ['gitrepositories', 'ocirepositories', 'helmrepositories', 'helmcharts', 'buckets'],
      verbs: ['list', 'watch'],
    },
    {
      apiGroups: ['notification.toolkit.fluxcd.io'],
      resources: ['alerts', 'providers', 'receivers'],
      verbs: ['list', 'watch'],
    },
  ])
})

test("the controllers' own series are there, and those that kube-state-metrics makes of their objects", () => {
  expect(placed().provides).toEqual([fluxResourceMetrics, ...fluxSeries])
  expect(fluxSeries.map(({ exporter, through }) => [exporter, through])).toEqual([
    ['flux', 'monitors'],
    ['flux-resources', 'monitors'],
  ])
  const labels = fluxSeries[1]?.families?.gotk_resource_info
  // What our own dashboard and alert ask for, of one kind or another.
  expect(labels).toEqual(expect.arrayContaining(['customresource_kind', 'exported_namespace', 'name', 'ready', 'url']))
  expect(new Set(labels).size).toBe(labels?.length)
})
