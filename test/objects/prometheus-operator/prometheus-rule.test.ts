import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'
import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { prometheusRule } from '../../../generators/objects/prometheus-operator/prometheus-rule.ts'

const rule = prometheusRule({
  name: 'alerts',
  labels: { release: 'kube-prometheus-stack' },
  groups: {
    nodes: [{ alert: 'NodeDown', expr: 'up{job="node-exporter"} == 0', for: '5m' }],
    sums: [{ record: 'nodes:up:sum', expr: 'sum(up{job="node-exporter"})' }],
  },
})

test('a PrometheusRule carries the labels of the Prometheus that loads it, and its groups in the order given', () => {
  const object: KubernetesObject = rule
  expect(object).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'alerts', labels: { release: 'kube-prometheus-stack' } },
    spec: {
      groups: [
        { name: 'nodes', rules: [{ alert: 'NodeDown', expr: 'up{job="node-exporter"} == 0', for: '5m' }] },
        { name: 'sums', rules: [{ record: 'nodes:up:sum', expr: 'sum(up{job="node-exporter"})' }] },
      ],
    },
  })
})

test('a PrometheusRule holds against the schema of its definition', () => {
  expect(() => new PrometheusRule(rule).validate()).not.toThrow()
  expect(() => new PrometheusRule({ ...rule, spec: { groups: 'nodes' } as never }).validate()).toThrow()
})
