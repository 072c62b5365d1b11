import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fluxResourceMetrics } from '../../../generators/catalogue/flux-alerts/resource-metrics.ts'
import { collectors, notCollected } from '../../../generators/catalogue/kube-state-metrics/collectors.ts'
import { kubeStateMetrics } from '../../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import type { KubeStateMetricsOptions } from '../../../generators/catalogue/kube-state-metrics/options.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { loadExporters, metricsFolder } from '../../../generators/metrics/exporters.ts'
import { at } from '../../../generators/plan/values.ts'
import { made } from '../made.ts'
import { whereOthersBring } from '../where.ts'

const args = (options?: KubeStateMetricsOptions) =>
  made(kubeStateMetrics, options).container('Deployment').args as readonly string[]
const rights = (options?: KubeStateMetricsOptions) =>
  made(kubeStateMetrics, options).object('ClusterRole').rules as readonly { resources: string[]; verbs: string[] }[]

test('it may list and watch what it collects, and nothing else', () => {
  const options: KubeStateMetricsOptions = { collectors: ['pods', 'deployments', 'nodes'] }

  expect(args(options)).toContain('--resources=pods,deployments,nodes')
  expect(rights(options)).toEqual([
    { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['list', 'watch'] },
    { apiGroups: ['apps'], resources: ['deployments'], verbs: ['list', 'watch'] },
  ])
})

test('what it collects by default is what it may see, and no Secret or ConfigMap is among it', () => {
  const collected = args()
    .find((arg) => arg.startsWith('--resources='))
    ?.slice('--resources='.length)
    .split(',')

  expect(
    rights()
      .flatMap(({ resources }) => resources)
      .sort(),
  ).toEqual(collected?.sort())
  expect(collected).toContain('pods')
  expect(collected).not.toContain('secrets')
  expect(collected).not.toContain('configmaps')
})

test('everything that can be collected belongs to one API group', () => {
  const all = rights({ collectors }).flatMap(({ resources }) => resources)
  expect(all.sort()).toEqual([...collectors].sort())
})

test('every kind has series, which are dropped where it is not collected', () => {
  const known = loadExporters(metricsFolder).find('kube-state-metrics')?.names() ?? []
  for (const pattern of notCollected([]))
    expect(
      known.filter((name) => name.startsWith(pattern.slice(0, -1))),
      pattern,
    ).not.toEqual([])
  const dropped = made(kubeStateMetrics, { collectors: ['pods'] })
    .brings('metrics')
    .map((one) => one.dropped)
  expect(dropped).toEqual([notCollected(['pods']), notCollected(['pods'])])
  expect(notCollected(collectors.filter((one) => one !== 'networkpolicies'))).toEqual(['kube_networkpolicy_*'])
})

describe.each([['2.10.1'], ['2.13.0']])('version %s', (version) => {
  const container = made(kubeStateMetrics, { version }).container('Deployment')

  test('is the image, and answers at the probes’ paths', () => {
    expect(container).toMatchObject({
      image: `registry.k8s.io/kube-state-metrics/kube-state-metrics:v${version}`,
      ports: [
        { name: 'http-metrics', containerPort: 8080 },
        { name: 'telemetry', containerPort: 8081 },
      ],
      // `/livez` and `/readyz` are not there before 2.13.
      readinessProbe: { httpGet: { path: '/', port: 'telemetry' } },
      livenessProbe: { httpGet: { path: '/healthz', port: 'http-metrics' } },
    })
  })
})

test('2.10.1 is what stands in the tree where nobody says otherwise', () => {
  expect(made(kubeStateMetrics).container('Deployment').image).toMatch(/:v2\.10\.1$/)
})

test('a collector that scrapes is told the address of the Service', () => {
  expect(made(kubeStateMetrics).brings('metrics')).toMatchObject([
    { kind: 'metrics', exporter: 'kube-state-metrics', through: 'job:kube-state-metrics' },
    {
      kind: 'metrics',
      exporter: 'kube-state-metrics',
      through: 'collector',
      target: 'kube-state-metrics.monitoring.svc.cluster.local:8080',
    },
  ])
})

describe('metrics of custom resources, where another component asks for them', () => {
  const asked = made(kubeStateMetrics, {}, whereOthersBring('kube-state-metrics', fluxResourceMetrics))

  test('are read from a file, whose change starts the Pod anew', () => {
    const file = asked.files()['custom-resources.yaml']!
    const path = asked.container('Deployment').args as readonly string[]

    expect(parse(file)).toEqual({
      kind: 'CustomResourceStateMetrics',
      spec: { resources: fluxResourceMetrics.resources },
    })
    expect(path).toContain('--custom-resource-state-config-file=/etc/kube-state-metrics/custom-resources.yaml')
    expect(asked.container('Deployment').volumeMounts).toMatchObject([{ mountPath: '/etc/kube-state-metrics' }])
    expect(at(asked.object('Deployment'), 'spec.template.metadata.annotations')).toHaveProperty([
      'fleetwright.dev/config-hash',
    ])
  })

  test('may be seen, as may the definitions by which they are found', () => {
    const rules = asked.object('ClusterRole').rules
    expect(rules).toEqual(expect.arrayContaining([...fluxResourceMetrics.rbac]))
    expect(rules).toContainEqual({
      apiGroups: ['apiextensions.k8s.io'],
      resources: ['customresourcedefinitions'],
      verbs: ['list', 'watch'],
    })
  })

  test('are no matter where nobody does', () => {
    expect(JSON.stringify(made(kubeStateMetrics).objects)).not.toContain('custom')
  })
})

test('a collector that there is not is refused, with the nearest', () => {
  const [problem] = shape('kube-state-metrics', kubeStateMetrics.definition.options)({ collectors: ['pod'] }, [])
  expect(problem).toMatchObject({
    place: ['collectors', '0'],
    reason: "'pod' is no kind that kube-state-metrics collects",
    fix: expect.stringContaining("write 'pods'"),
  })
})
