import { describe, expect, test } from 'vitest'
import { unexposedControlPlane } from '../../../generators/check/rules/unexposed-control-plane.ts'
import { kubePrometheusStack } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const values = `${home}.kube-prometheus-stack.values`
const stack = (told: Readonly<Record<string, unknown>>) => kubePrometheusStack({ values: told })

describe(unexposedControlPlane.because, () => {
  test.each([
    ['rules without a target', { defaultRules: { rules: { etcd: true } } }, 'defaultRules.rules.etcd', 'etcd'],
    ['a target without rules', { kubeScheduler: { enabled: true } }, 'kubeScheduler.enabled', 'kube-scheduler'],
    [
      'a switch that is taken away, which means on',
      { kubeProxy: { enabled: null } },
      'kubeProxy.enabled',
      'kube-proxy',
    ],
  ])('%s', (_, told, path, part) => {
    expect(problemsOf(homelab([stack(told)]))).toEqual([
      [
        `${values}.${path}`,
        `${path} of kube-prometheus-stack is on, and the cluster homelab lets nobody scrape ${part}`,
        `write false, or say that it can be scraped: exposes: ['${part}'] in clusters.homelab`,
      ],
    ])
  })
})

test('what the cluster exposes may be scraped and alerted on', () => {
  const told = { kubeScheduler: { enabled: true }, defaultRules: { rules: { kubeSchedulerAlerting: true } } }
  expect(problemsOf(homelab([stack(told)], { exposes: ['kube-scheduler'] }))).toEqual([])
})
