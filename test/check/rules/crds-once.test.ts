import { describe, expect, test } from 'vitest'
import { crdsOnce } from '../../../generators/check/rules/crds-once.ts'
import { kubePrometheusStack, prometheusOperatorCrds } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const stack = kubePrometheusStack({ values: { crds: { enabled: true } } })

describe(crdsOnce.because, () => {
  test('a component of their own, and a chart that is told to bring them', () => {
    expect(problemsOf(homelab([stack]))).toEqual([
      [
        `${home}.kube-prometheus-stack.values.crds.enabled`,
        `kube-prometheus-stack brings the definitions of monitoring.coreos.com, which ${home}.prometheus-operator-crds brings already`,
        'leave them to one of the two',
      ],
    ])
  })

  test('two components of one kind', () => {
    expect(problemsOf(homelab([prometheusOperatorCrds({ name: 'others' })])).map(([place]) => place)).toEqual([
      `${home}.others`,
    ])
  })
})

test('in two clusters they are brought to each', () => {
  const one = { components: [prometheusOperatorCrds()] }
  expect(problemsOf(fleet({ a: one, b: one }))).toEqual([])
})
