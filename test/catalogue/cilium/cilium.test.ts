import { expect, test } from 'vitest'
import { cilium } from '../../../generators/catalogue/cilium/cilium.ts'
import type { CiliumOptions } from '../../../generators/catalogue/cilium/options.ts'
import { ciliumChart } from '../../../generators/charts/cilium.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import type { Found } from '../../../generators/fleet/capability.ts'
import type { HelmDefinition, Where } from '../../../generators/fleet/component.ts'
import { evaluate, nothingFound } from '../../../generators/plan/evaluate.ts'
import { at } from '../../../generators/plan/values.ts'

const definition = cilium.definition as HelmDefinition<CiliumOptions>
const where = (found: Partial<Found> = {}): Where => ({
  name: 'cilium',
  namespace: 'kube-system',
  exposes: [],
  found: { ...nothingFound, ...found },
})
const watch = { monitorLabels: () => ({ release: 'watch' }) }

/** The values of these options alone. */
const valuesOf = (options: CiliumOptions, found: Partial<Found> = {}) => {
  const made = evaluate(definition, { ...options }, where(found))
  if (made.kind !== 'helm') throw new Error('cilium is a Helm release')
  return made.values
}
const usualValues = valuesOf({ ...definition.defaults }, watch)

test('without options it says only what holds in every cluster', () => {
  expect(valuesOf({})).toEqual({
    rollOutCiliumPods: true,
    dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' },
    operator: {
      rollOutPods: true,
      dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' },
    },
    envoy: { rollOutPods: true },
    hubble: {
      enabled: true,
      relay: { enabled: true, rollOutPods: true },
      ui: { rollOutPods: true },
      tls: { auto: { method: 'cronJob' } },
      metrics: { dashboards: { enabled: true, label: 'grafana_dashboard', labelValue: '1' } },
    },
  })
})

test('on Talos it stands in for kube-proxy, asks KubePrism for the API server and mounts no cgroups', () => {
  const { kubeProxyReplacement, k8sServiceHost, k8sServicePort, ipam, cgroup } = valuesOf({ platform: 'talos' })
  expect({ kubeProxyReplacement, k8sServiceHost, k8sServicePort, ipam, cgroup }).toEqual({
    kubeProxyReplacement: true,
    k8sServiceHost: 'localhost',
    k8sServicePort: 7445,
    ipam: { mode: 'kubernetes' },
    cgroup: { autoMount: { enabled: false }, hostRoot: '/sys/fs/cgroup' },
  })
})

test('on Talos nothing asks for the right to load kernel modules, which would keep it from starting', () => {
  const capabilities = at(valuesOf({ platform: 'talos' }), 'securityContext.capabilities') as Record<string, string[]>
  expect(Object.keys(capabilities)).toEqual(['ciliumAgent', 'cleanCiliumState'])
  expect(Object.values(capabilities).flat()).not.toContain('SYS_MODULE')
  expect(capabilities.ciliumAgent).toEqual(expect.arrayContaining(['NET_ADMIN', 'SYS_ADMIN', 'SYS_RESOURCE']))
})

test('elsewhere the chart keeps its own settings of the nodes', () => {
  expect(valuesOf({ platform: 'generic' })).toEqual(valuesOf({}))
})

test.each([
  [{ operatorReplicas: 2 }, 'operator.replicas', 2],
  [{ resources: { limits: { memory: '1Gi' } } }, 'resources', { limits: { memory: '1Gi' } }],
  [{ hubble: { ui: false } }, 'hubble.ui.enabled', false],
  [{ hubble: { metrics: ['drop'] } }, 'hubble.metrics.enabled', ['drop']],
  [{ dashboardsNamespace: 'watch' }, 'dashboards.namespace', 'watch'],
  [{ dashboardsNamespace: 'watch' }, 'operator.dashboards.namespace', 'watch'],
  [{ dashboardsNamespace: 'watch' }, 'hubble.metrics.dashboards.namespace', 'watch'],
  [{ scrapeInterval: '1m' }, 'prometheus.serviceMonitor.interval', '1m'],
] as const)('%j becomes %s', (options, path, value) => {
  expect(at(valuesOf({}), path)).toBeUndefined()
  expect(at(valuesOf(options), path)).toEqual(value)
})

test('agents, operator and Hubble are monitored with the labels of the Prometheus that was found', () => {
  const monitor = { enabled: true, labels: { release: 'watch' }, interval: '30s' }
  expect(usualValues.prometheus).toEqual({ enabled: true, serviceMonitor: { ...monitor, trustCRDsExist: true } })
  expect(at(usualValues, 'operator.prometheus')).toEqual({ enabled: true, serviceMonitor: monitor })
  expect(at(usualValues, 'hubble.metrics.serviceMonitor')).toEqual(monitor)
})

test('without monitors it needs nothing of anybody, and none are made', () => {
  expect(definition.requires?.({ monitors: false }, where())).toEqual([])
  const values = valuesOf({ ...definition.defaults, monitors: false })
  expect(at(values, 'prometheus.enabled')).toBe(false)
  expect(at(values, 'operator.prometheus.serviceMonitor.enabled')).toBe(false)
  expect(at(values, 'hubble.metrics.serviceMonitor.enabled')).toBe(false)
})

test('it waits for definitions alone, since whatever needs a network would wait for it in turn', () => {
  const requires = definition.requires?.({ ...definition.defaults }, where()) ?? []
  expect(requires.map(({ kind }) => kind)).toEqual(['crd', 'monitor-labels'])
  expect(definition.provides?.({}, where())).toEqual([{ kind: 'crd', group: 'cilium.io' }])
})

test('Hubble counts by namespace and workload, never by address or Pod, whose series would grow without end', () => {
  const metrics = at(usualValues, 'hubble.metrics.enabled') as readonly string[]
  expect(metrics.map((metric) => metric.split(':')[0])).toEqual([
    'dns',
    'drop',
    'tcp',
    'flow',
    'port-distribution',
    'icmp',
    'httpV2',
  ])
  expect(metrics.filter((metric) => /_ip|_pod|=pod|=ip/.test(metric))).toEqual([])
})

test('certificates come from a job in the cluster, so that two renders of the chart are equal', () => {
  expect(at(usualValues, 'hubble.tls.auto.method')).toBe('cronJob')
})

test('the chart knows every key that is written', () => {
  expect(unknownKeys(ciliumChart.keys, usualValues)).toEqual([])
})
