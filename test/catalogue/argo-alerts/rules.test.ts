import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule'
import { describe, expect, test } from 'vitest'
import { argoRules } from '../../../generators/catalogue/argo-alerts/rules.ts'
import { without } from '../../support/lab-program.ts'
import { promtool, series, wrongWith } from './promtool.ts'

test('the rules are what the operator takes, labelled for the Prometheus that was found', () => {
  const rule = argoRules('argo-alerts', { release: 'watch' })
  expect(rule.metadata).toEqual({ name: 'argo-alerts', labels: { release: 'watch' } })
  expect(() => new PrometheusRule(rule).validate()).not.toThrow()
})

const info = (labels: string, values = '1x240') => series('argocd_app_info', `name="shop",${labels}`, values)
const retries = (labels: string, values: string) =>
  series('argo_application_sync_retries', `name="shop",${labels}`, values)

/** What holds, which alert fires, and how long it must hold before. */
const cases = [
  ['a sync is tried again and again', [retries('phase="Running"', '1+1x240')], 'ArgoCDSyncFailing', 10],
  ['a sync failed and is not tried again', [retries('phase="Failed"', '0x240')], 'ArgoCDSyncFailing', 10],
  ['somebody changed what Argo CD applied', [info('sync_status="OutOfSync"')], 'ArgoCDOutOfSync', 30],
  ['the repository cannot be read', [info('sync_status="Unknown"')], 'ArgoCDSyncUnknown', 15],
  // The repository and the last operation are labels, too, and change meanwhile.
  [
    'what was applied does not work',
    [
      info('health_status="Degraded",operation="sync"', '1x9 stale'),
      info('health_status="Degraded",operation=""', '_x10 1x240'),
    ],
    'ArgoCDDegraded',
    10,
  ],
] as const

const firing = (inputs: readonly object[], alertname: string, minute: number, alerts: readonly object[]) =>
  wrongWith(inputs, { alert_rule_test: [{ alertname, eval_time: `${minute}m`, exp_alerts: alerts }] })

const annotationsOf = (alert: string) => {
  const rules = argoRules('argo-alerts', undefined).spec.groups.flatMap(({ rules }) => rules)
  const { summary, description } = rules.find((one) => one.alert === alert)?.annotations ?? {}
  return { summary, description: description?.replace('{{ $labels.name }}', 'shop') }
}

describe.skipIf(promtool === undefined)(
  promtool === undefined ? `skipped: ${without('promtool')}` : 'an alert fires where',
  () => {
    test.each(cases)('%s', (_, inputs, alert, minutes) => {
      const labels = { severity: 'warning', name: 'shop', project: 'web' }
      expect(firing(inputs, alert, minutes - 1, [])).toBe('')
      expect(firing(inputs, alert, minutes, [{ exp_labels: labels, exp_annotations: annotationsOf(alert) }])).toBe('')
    })

    test('and none where all is well, or a sync runs for the first time', () => {
      const well = [
        info('sync_status="Synced",health_status="Healthy"'),
        retries('phase="Running"', '0x60 stale'),
        retries('phase="Succeeded"', '_x61 3x180'),
      ]
      for (const [, , alert] of cases) expect(firing(well, alert, 100, [])).toBe('')
    })
  },
)
