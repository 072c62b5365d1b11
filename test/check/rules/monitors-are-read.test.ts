import { describe, expect, test } from 'vitest'
import { monitorsAreRead } from '../../../generators/check/rules/monitors-are-read.ts'
import { kubePrometheusStack, manifests } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { webWith } from './objects.ts'
import { home, homelab } from './platform.ts'

const specs = {
  ServiceMonitor: { selector: {}, endpoints: [{ port: 'http' }] },
  PodMonitor: { selector: {}, podMetricsEndpoints: [{ port: 'http' }] },
  PrometheusRule: { groups: [] },
  Probe: { prober: { url: 'prober' }, targets: {} },
}
type Kind = keyof typeof specs

const app = (kind: Kind, labels: Readonly<Record<string, string>>) =>
  manifests({
    name: 'app',
    objects: [{ apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { name: 'web', labels }, spec: specs[kind] }],
    requires: () => [{ kind: 'crd', group: 'monitoring.coreos.com' }],
  })

describe(monitorsAreRead.because, () => {
  test.each(Object.keys(specs) as Kind[])("a %s of the user's own", (kind) => {
    expect(problemsOf(homelab([kubePrometheusStack(), app(kind, { release: 'prometheus' })]))).toEqual([
      [
        `${home}.app.objects.0.metadata.labels`,
        `${kind} web lacks the label by which Prometheus finds it, and would never be read`,
        "add to its labels: release: 'kube-prometheus-stack'",
      ],
    ])
  })

  test('one that a chart makes', () => {
    const values = { metrics: { serviceMonitor: { enabled: true, labels: { team: 'web' } } } }
    expect(problemsOf(homelab([kubePrometheusStack(), webWith(values)]))).toEqual([
      [
        `${home}.web.values.metrics.serviceMonitor`,
        'metrics.serviceMonitor of web makes a monitor or rules without the label by which Prometheus finds them',
        "add to it, where the chart takes labels: release: 'kube-prometheus-stack'",
      ],
    ])
  })
})

test('one with the label, wherever the chart takes it, and one that is switched off, are silent', () => {
  const labels = { release: 'kube-prometheus-stack' }
  const on = webWith({
    serviceMonitor: { enabled: true, additionalLabels: labels },
    prometheusRule: { enabled: false },
  })
  expect(problemsOf(homelab([kubePrometheusStack(), on, app('ServiceMonitor', labels)]))).toEqual([])
})

test('a Prometheus that reads all of a kind wants no label, and where there is none nobody can know', () => {
  const all = { prometheus: { prometheusSpec: { serviceMonitorSelectorNilUsesHelmValues: false } } }
  expect(problemsOf(homelab([kubePrometheusStack({ values: all }), app('ServiceMonitor', {})]))).toEqual([])
  expect(problemsOf(homelab([app('ServiceMonitor', {})]))).toEqual([])
})
