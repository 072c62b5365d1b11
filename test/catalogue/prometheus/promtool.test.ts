import { describe, expect, test } from 'vitest'
import type { PrometheusOptions } from '../../../generators/catalogue/prometheus/options.ts'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import { labProgram, saidOf, without } from '../../support/lab-program.ts'
import { made } from '../made.ts'
import { where } from '../where.ts'

const promtool = labProgram('promtool')

/** What the real promtool says, where a Pod's token and certificate lie beside the configuration. */
const said = (files: Readonly<Record<string, string>>) => {
  const here = Object.entries(files).map(([name, text]) => [name, text.replaceAll(`${account}/`, '')])
  const all = { ...Object.fromEntries(here), token: '', 'ca.crt': '' }
  return saidOf(promtool!, all, (file) => ['check', 'config', file('prometheus.yml')])
}

const account = '/var/run/secrets/kubernetes.io/serviceaccount'

describe.skipIf(promtool === undefined)(promtool === undefined ? `skipped: ${without('promtool')}` : 'promtool', () => {
  test.each<[string, PrometheusOptions]>([
    ['the defaults', {}],
    [
      'every option',
      {
        retention: '2d',
        scrapeInterval: '15s',
        rules: { targets: [{ alert: 'Down', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } }] },
        receivers: { remoteWrite: true, otlp: true, promote: ['cluster.id', 'service.name'], outOfOrder: '2h' },
      },
    ],
  ])('takes %s', (_, options) => {
    expect(said(made(prometheus, options).files())).toBe('')
  })

  test('takes the address of an Alertmanager, and would refuse it with a scheme', () => {
    const here = where('prometheus', { alertmanager: 'http://alertmanager.monitoring.svc.cluster.local:9093' })
    const files = made(prometheus, {}, here).files()
    expect(said(files)).toBe('')
    const wrong = files['prometheus.yml']!.replace('- alertmanager', '- http://alertmanager')
    expect(said({ ...files, 'prometheus.yml': wrong })).toContain('is not a valid hostname')
  })

  test('reads the jobs as well, and would refuse a misspelt one', () => {
    const { 'jobs.yml': jobs, ...files } = made(prometheus).files()
    const misspelt = jobs!.replace('relabel_configs', 'relabel_config')
    expect(said({ ...files, 'jobs.yml': misspelt })).toContain('field relabel_config not found')
  })

  test('takes the rules', () => {
    const rules: PrometheusOptions['rules'] = {
      targets: [
        { record: 'job:up:sum', expr: 'sum by (job) (up)' },
        { alert: 'Down', expr: 'job:up:sum == 0', for: '5m', annotations: { summary: '{{ $labels.job }} is down.' } },
      ],
    }
    const files = made(prometheus, { rules }).files()
    expect(saidOf(promtool!, files, (file) => ['check', 'rules', '--lint-fatal', file('rules.yml')])).toBe('')
  })
})
