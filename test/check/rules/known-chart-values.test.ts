import { describe, expect, test } from 'vitest'
import { knownChartValues } from '../../../generators/check/rules/known-chart-values.ts'
import { environment, helmRelease, kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab, wrong } from './platform.ts'

const stack = (values: unknown) => kubePrometheusStack({ values: wrong(values) })

describe(knownChartValues.because, () => {
  test('a misspelt key names the nearest, at the place where it is written', () => {
    expect(problemsOf(homelab([stack({ defaultRules: { rules: { kubeSchedulerAlertin: false } } })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.defaultRules.rules.kubeSchedulerAlertin`,
        'the chart kube-prometheus-stack knows no value defaultRules.rules.kubeSchedulerAlertin, and would ignore it',
        'write kubeSchedulerAlerting',
      ],
    ])
  })

  test('a key that is one level too high names the way to it', () => {
    expect(problemsOf(homelab([stack({ prometheusSpec: { replicas: 2 } })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.prometheusSpec`,
        'the chart kube-prometheus-stack knows no value prometheusSpec, and would ignore it',
        'write prometheus.prometheusSpec',
      ],
    ])
  })

  test('a key that is like none', () => {
    expect(problemsOf(homelab([stack({ grafana: { colour: 'green' } })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.grafana.colour`,
        'the chart kube-prometheus-stack knows no value grafana.colour, and would ignore it',
        'remove it',
      ],
    ])
  })

  test('a value of another kind than the chart reads', () => {
    expect(problemsOf(homelab([stack({ prometheus: { ingress: 'none', additionalServiceMonitors: {} } })]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.prometheus.ingress`,
        'prometheus.ingress is a map in the chart kube-prometheus-stack',
        'write a map',
      ],
      [
        `${home}.kube-prometheus-stack.values.prometheus.additionalServiceMonitors`,
        'prometheus.additionalServiceMonitors is a list in the chart kube-prometheus-stack',
        'write a list',
      ],
    ])
  })

  test('a key in an environment is told once, however many clusters it has', () => {
    const dev = environment({ storageClass: 'local-path' }, [stack({ grafna: {} })])
    const settings = {
      secrets: wrong({ 'grafana-admin': { from: 'existing' }, 'alertmanager-config': { from: 'existing' } }),
    }
    const cluster = { settings, crds: ['monitoring.coreos.com'], components: [kubePrometheusStack()] }
    expect(problemsOf(fleet({ a: cluster, b: cluster }, { dev }))).toEqual([
      [
        'environments.dev.kube-prometheus-stack.values.grafna',
        'the chart kube-prometheus-stack knows no value grafna, and would ignore it',
        'write grafana',
      ],
    ])
  })

  test("a key of a user's own chart, when the chart's keys are given", () => {
    const web = helmRelease({
      name: 'web',
      chart: { url: 'oci://registry.example/charts/web', version: '1.0.0', keys: { replicas: 0, image: { tag: '' } } },
      values: { replica: 2 },
    })
    expect(problemsOf(homelab([web]))).toEqual([
      [`${home}.web.values.replica`, 'the chart web knows no value replica, and would ignore it', 'write replicas'],
    ])
  })
})

test('keys that the chart knows are silent, and so are all of a chart whose keys nobody knows', () => {
  const web = helmRelease({
    name: 'web',
    chart: { url: 'oci://registry.example/charts/web', version: '1.0.0' },
    values: { whatever: { there: 'is' } },
  })
  expect(problemsOf(homelab([stack({ grafana: { replicas: 2 }, kubeDns: { enabled: true } }), web]))).toEqual([])
})
