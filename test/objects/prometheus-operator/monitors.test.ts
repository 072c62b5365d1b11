import { PodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor'
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor'
import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { podMonitor } from '../../../generators/objects/prometheus-operator/pod-monitor.ts'
import { serviceMonitor } from '../../../generators/objects/prometheus-operator/service-monitor.ts'

const labels = { release: 'kube-prometheus-stack' }

test('a PodMonitor carries the labels of the Prometheus that reads it, and says where its Pods are', () => {
  const monitor: KubernetesObject = podMonitor({
    name: 'flux-controllers',
    labels,
    selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['source-controller'] }] },
    namespaces: ['flux-system'],
    endpoints: [{ port: 'http-prom' }],
    jobLabel: 'app',
  })

  expect(monitor).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'flux-controllers', labels: { release: 'kube-prometheus-stack' } },
    spec: {
      jobLabel: 'app',
      namespaceSelector: { matchNames: ['flux-system'] },
      selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['source-controller'] }] },
      podMetricsEndpoints: [{ port: 'http-prom' }],
    },
  })
})

test('a ServiceMonitor without namespaces scrapes its own alone', () => {
  const monitor: KubernetesObject = serviceMonitor({
    name: 'loki',
    labels,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'loki' } },
    endpoints: [{ port: 'http-metrics' }],
  })

  expect(monitor).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'loki', labels: { release: 'kube-prometheus-stack' } },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'loki' } },
      endpoints: [{ port: 'http-metrics' }],
    },
  })
})

test('both kinds of monitor hold against the schema of their definitions', () => {
  const settings = {
    name: 'x',
    labels,
    selector: {},
    namespaces: ['a'],
    endpoints: [{ port: 'http' }],
    jobLabel: 'app',
  }
  expect(() => new PodMonitor(podMonitor(settings)).validate()).not.toThrow()
  expect(() => new ServiceMonitor(serviceMonitor(settings)).validate()).not.toThrow()
  expect(() => new PodMonitor({ ...podMonitor(settings), spec: { selector: 'app=x' } as never }).validate()).toThrow()
})
