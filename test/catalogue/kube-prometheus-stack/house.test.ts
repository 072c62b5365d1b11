import { describe, expect, test } from 'vitest'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { at } from '../../../generators/plan/values.ts'
import { definition, finding, said, stackValues } from './stack.ts'

describe('a part of the control plane', () => {
  test.each([
    ['etcd', 'kubeEtcd', ['etcd']],
    ['kube-controller-manager', 'kubeControllerManager', ['kubeControllerManager']],
    ['kube-proxy', 'kubeProxy', ['kubeProxy']],
    ['kube-scheduler', 'kubeScheduler', ['kubeSchedulerAlerting', 'kubeSchedulerRecording']],
  ] as const)('%s is scraped and alerted on where it is exposed', (part, targets, rules) => {
    expect(said({}, { exposes: [part] })).toEqual({
      [targets]: { enabled: true },
      defaultRules: { rules: Object.fromEntries(rules.map((rule) => [rule, true])) },
    })
  })

  test('is neither scraped nor alerted on where it is not', () => {
    expect(stackValues()).toMatchObject({
      kubeEtcd: { enabled: false },
      kubeControllerManager: { enabled: false },
      kubeProxy: { enabled: false },
      kubeScheduler: { enabled: false },
      defaultRules: {
        rules: {
          etcd: false,
          kubeControllerManager: false,
          kubeProxy: false,
          kubeSchedulerAlerting: false,
          kubeSchedulerRecording: false,
          windows: false,
        },
      },
    })
  })
})

test('metrics of custom resources are all given to kube-state-metrics, with the rights to read them', () => {
  const metrics = (kind: string) =>
    ({
      kind: 'custom-resource-metrics',
      resources: [{ groupVersionKind: { kind } }],
      rbac: [{ resources: [kind] }],
    }) as const

  expect(said({}, finding('custom-resource-metrics', metrics('a'), metrics('b')))).toEqual({
    'kube-state-metrics': {
      customResourceState: {
        enabled: true,
        config: {
          kind: 'CustomResourceStateMetrics',
          spec: { resources: [{ groupVersionKind: { kind: 'a' } }, { groupVersionKind: { kind: 'b' } }] },
        },
      },
      rbac: { extraRules: [{ resources: ['a'] }, { resources: ['b'] }] },
    },
  })
})

test('the chart brings no definitions, by no way it has', () => {
  expect(stackValues().crds).toEqual({ enabled: false, upgradeJob: { enabled: false } })
})

test('node-exporter runs on every node, and its series carry the name of the node', () => {
  expect(stackValues()['prometheus-node-exporter']).toMatchObject({
    tolerations: [{ operator: 'Exists' }],
    prometheus: { monitor: { relabelings: [{ targetLabel: 'node' }] } },
  })
})

test('Prometheus selects by the chart’s own label, release: no selector is widened', () => {
  expect(JSON.stringify(stackValues())).not.toContain('SelectorNilUsesHelmValues')
})

test.each([
  'prometheus.prometheusSpec',
  'alertmanager.alertmanagerSpec',
  'grafana',
  'grafana.sidecar',
  'prometheusOperator',
  'prometheusOperator.prometheusConfigReloader',
  'prometheusOperator.admissionWebhooks.patch',
  'prometheus-node-exporter',
  'kube-state-metrics',
])('%s is promised what it needs, and has an end to its memory', (part) => {
  expect(at(stackValues(), `${part}.resources`)).toEqual({
    requests: { cpu: expect.any(String), memory: expect.any(String) },
    limits: { memory: expect.any(String) },
  })
})

test('the chart knows every value', () => {
  const everything = stackValues(
    {
      prometheus: { size: '1Gi', retentionSize: '1Gi', nodePort: 30900 },
      alertmanager: { nodePort: 30903 },
      grafana: { size: '1Gi', nodePort: 30300, ingress: { host: 'grafana.example.com', className: 'nginx' } },
    },
    {
      storageClass: 'gp3',
      ...finding('datasource', { kind: 'datasource', uid: 'loki', name: 'Loki', type: 'loki', url: 'http://loki' }),
    },
  )
  expect(unknownKeys(definition.chart.keys, everything)).toEqual([])
  expect(unknownKeys(definition.chart.keys, { ...everything, prometeus: {} })).toHaveLength(1)
})
