import { describe, expect, test } from 'vitest'
import { alertsLost } from '../../../generators/compare/risks/alerts-lost.ts'
import { retentionShortened } from '../../../generators/compare/risks/retention-shortened.ts'
import { found, told } from './risky.ts'

const values = (text: string) => ({ values: text })
const prometheus = (retention: string) => ({
  objects: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: monitoring }
spec: { template: { spec: { containers: [{ name: p, args: [--web, '--storage.tsdb.retention.time=${retention}'] }] } } }
`,
})
const configured = (time: string) => ({
  objects: `
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: monitoring }
data:
  prometheus.yml: |
    storage: { tsdb: { retention: { time: ${time} } } }
`,
})

describe('data is kept for a shorter time', () => {
  test.each([
    [
      'by a chart',
      values('prometheus: { prometheusSpec: { retention: 15d } }'),
      values('prometheus: { prometheusSpec: { retention: 36h } }'),
      'the release app keeps data for 36h instead of 15d (prometheus.prometheusSpec.retention)',
    ],
    [
      'by a configuration of a chart',
      values('loki: { limits_config: { retention_period: 744h } }'),
      values('loki: { limits_config: { retention_period: 1w } }'),
      'the release app keeps data for 1w instead of 744h (loki.limits_config.retention_period)',
    ],
    [
      'by size',
      values('retentionSize: 50GB'),
      values('retentionSize: 512MB'),
      'the release app keeps data for 512MB instead of 50GB (retentionSize)',
    ],
    [
      'by an argument',
      prometheus('15d'),
      prometheus('10d'),
      'StatefulSet monitoring/prometheus keeps data for 10d instead of 15d (storage.tsdb.retention.time)',
    ],
    [
      'by a file',
      configured('15d'),
      configured('24h'),
      'ConfigMap monitoring/prometheus keeps data for 24h instead of 15d (prometheus.yml: storage.tsdb.retention.time)',
    ],
    [
      'where it was kept for ever',
      values('retention_period: 0s'),
      values('retention_period: 24h'),
      'the release app keeps data for 24h instead of 0s (retention_period)',
    ],
  ])('%s', (_, before, after, what) => {
    expect(told(retentionShortened, { before, after })).toEqual([what])
  })

  test.each([
    ['longer', values('retention: 10d'), values('retention: 15d')],
    ['as long, in other words', values('retention: 24h'), values('retention: 1d')],
    ['for ever from now on', values('retention_period: 24h'), values('retention_period: 0s')],
    [
      'as long, and deleted sooner',
      values('compactor: { retention_delete_delay: 2h }'),
      values('compactor: { retention_delete_delay: 1h }'),
    ],
    [
      'as long, in another file',
      configured('15d'),
      { objects: configured('15d').objects.replace('storage:', 'global: {}\n    storage:') },
    ],
  ])('but not where it is kept %s', (_, before, after) => {
    expect(told(retentionShortened, { before, after })).toEqual([])
  })
})

const rules = (...alerts: readonly string[]) => ({
  objects: `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: rules, namespace: monitoring }
spec:
  groups: [{ name: g, rules: [{ record: r, expr: up }, ${alerts.map((alert) => `{ alert: ${alert}, expr: up }`).join()}] }]
`,
})
const file = (...alerts: readonly string[]) => ({
  objects: `
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: monitoring }
data:
  rules.yml: |
    groups:
      - name: g
        rules:
${alerts.map((alert) => `          - alert: ${alert}\n            expr: up`).join('\n')}
`,
})
const fluxAlert = {
  objects: `
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Alert
metadata: { name: errors, namespace: monitoring }
`,
}

describe('alerts are lost', () => {
  test('by name, with what to check', () => {
    expect(found(alertsLost, { before: rules('A', 'B', 'C'), after: rules('B') })).toEqual([
      {
        what: '2 alerts removed: A and C',
        because:
          'Nobody will hear of what they watched. Check that something else watches it, or that it is gone as well.',
      },
    ])
  })

  test.each([
    ['from a file of rules', file('A', 'B'), file('A'), '1 alert removed: B'],
    ['with the component', rules('A'), undefined, '1 alert removed: A'],
    [
      'from values',
      values('additional: { mine: { groups: [{ rules: [{ alert: A }] }] } }'),
      values('{}'),
      '1 alert removed: A',
    ],
    [
      'by a group of a chart',
      values('{}'),
      values('defaultRules: { rules: { etcd: false } }'),
      'the release app is told to bring fewer alerts (defaultRules.rules.etcd)',
    ],
    [
      'one of a chart',
      values('{}'),
      values('defaultRules: { disabled: { KubePodCrashLooping: true } }'),
      'the release app is told to bring fewer alerts (defaultRules.disabled.KubePodCrashLooping)',
    ],
    [
      'with whoever sends them',
      values('alertmanager: { enabled: true }'),
      values('alertmanager: { enabled: false }'),
      'the release app is told to bring fewer alerts (alertmanager.enabled)',
    ],
    ['of Flux', fluxAlert, {}, 'Alert monitoring/errors is removed, and Flux tells nobody by it'],
  ])('%s', (_, before, after, what) => {
    expect(told(alertsLost, { before, after })).toEqual([what])
  })

  test.each([
    ['one is added', rules('A'), rules('A', 'B')],
    ['one moves to another object', rules('A', 'B'), { objects: `${rules('A').objects}---${file('B').objects}` }],
    ['a rule records only', { objects: rules('A').objects.replace('record: r', 'record: s') }, rules('A')],
    ['a chart is new', undefined, values('alertmanager: { enabled: false }')],
    [
      'a group is switched on',
      values('defaultRules: { rules: { etcd: false } }'),
      values('defaultRules: { rules: { etcd: true } }'),
    ],
  ])('but not where %s', (_, before, after) => {
    expect(told(alertsLost, { before, after })).toEqual([])
  })
})
