import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'
import { describe, expect, test } from 'vitest'
import { alertRules } from '../../../generators/catalogue/platform-alerts/alerts.ts'
import type { PlatformAlertsOptions } from '../../../generators/catalogue/platform-alerts/options.ts'
import { platformAlerts } from '../../../generators/catalogue/platform-alerts/platform-alerts.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { ManifestsDefinition, Where } from '../../../generators/fleet/component.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { nothingFound } from '../../../generators/plan/evaluate.ts'
import { validateAs } from '../../support/validate-as.ts'

const definition = platformAlerts.definition as ManifestsDefinition<PlatformAlertsOptions>
const where: Where = {
  name: 'platform-alerts',
  namespace: 'monitoring',
  exposes: [],
  found: { ...nothingFound, monitorLabels: () => ({ release: 'watch' }) },
}
const named = (alert: string, options: PlatformAlertsOptions = {}) =>
  alertRules(options).find((rule) => rule.alert === alert)

describe('the PrometheusRule', () => {
  const [rule] = definition.objects({}, where) as [KubernetesObject & Record<string, unknown>]

  test('carries the labels of the Prometheus that was found', () => {
    expect(rule.metadata).toEqual({ name: 'platform-alerts', labels: { release: 'watch' } })
  })

  test('holds against the schema of its definition', () => {
    expect(() => validateAs(PrometheusRule, rule)).not.toThrow()
  })

  test('waits for its definition and usually belongs to kube-prometheus-stack', () => {
    const requires = definition.requires?.({}, where) ?? []
    expect(requires[0]).toEqual({ kind: 'crd', group: 'monitoring.coreos.com' })
    const labels = requires[1]?.kind === 'monitor-labels' ? requires[1].usually?.('monitoring') : undefined
    expect(labels).toEqual({ kind: 'monitor-labels', labels: { release: 'kube-prometheus-stack' } })
  })
})

describe('the alerts', () => {
  test.each([
    ['NodeDown', '5m', 'critical', 'up{job="node-exporter"} == 0'],
    [
      'PodCrashLooping',
      '10m',
      'warning',
      'max by (namespace, pod, container) (max_over_time(kube_pod_container_status_waiting_reason{job="kube-state-metrics", reason="CrashLoopBackOff"}[5m])) >= 1',
    ],
    [
      'HighMemory',
      '10m',
      'warning',
      '100 * (1 - node_memory_MemAvailable_bytes{job="node-exporter"} / node_memory_MemTotal_bytes{job="node-exporter"}) > 90',
    ],
    [
      'HighCPU',
      '15m',
      'warning',
      '100 * (1 - avg without (cpu) (sum without (mode) (rate(node_cpu_seconds_total{job="node-exporter", mode=~"idle|iowait"}[5m])))) > 90',
    ],
  ])('%s fires after %s as %s', (alert, pending, severity, expr) => {
    expect(named(alert)).toMatchObject({ expr, for: pending, labels: { severity } })
  })

  test('a threshold stands in the query and in what people read', () => {
    const rule = named('HighMemory', { highMemory: { percent: 75, for: '1h', severity: 'critical' } })
    expect(rule?.expr).toMatch(/ > 75$/)
    expect(rule?.annotations?.description).toContain('above 75% for 1h')
    expect(rule).toMatchObject({ for: '1h', labels: { severity: 'critical' } })
  })

  test('one option of an alert leaves the others of it alone', () => {
    expect(named('HighCPU', { highCPU: { percent: 50 } })).toMatchObject({
      for: '15m',
      labels: { severity: 'warning' },
    })
  })

  test('every alert says what happened and to whom', () => {
    for (const { annotations } of alertRules({})) {
      expect(annotations?.summary).toMatch(/\{\{ \$labels\.\w+ \}\}/)
      expect(annotations?.description).toMatch(/\.$|kubectl/)
    }
  })

  test('TestAlert fires always, and only where it is switched on', () => {
    expect(named('TestAlert')).toBeUndefined()
    expect(named('TestAlert', { testAlert: false })).toBeUndefined()
    expect(named('TestAlert', { testAlert: true })).toMatchObject({
      expr: 'vector(1)',
      labels: { severity: 'warning' },
    })
    expect(alertRules({ testAlert: true }).slice(0, -1)).toEqual(alertRules({}))
  })
})

test.each([
  [{ highMemory: { percent: 120 } }, 'highMemory.percent', '120 is not a share between 0 and 100 percent'],
  [{ highCPU: { for: '10 minutes' } }, 'highCPU.for', "'10 minutes' is not a duration"],
  [{ nodeDown: { severity: 'critcal' } }, 'nodeDown.severity', "'critcal' is no severity"],
  [{ nodeDown: { percent: 10 } }, 'nodeDown.percent', "an alert has no 'percent'"],
  [{ testAlert: 'yes' }, 'testAlert', "'yes' is not a yes or no"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('platform-alerts', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
