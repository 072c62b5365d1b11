import { describe, expect, test } from 'vitest'
import { enforcedPolicies } from '../../../generators/check/rules/enforced-policies.ts'
import { knownFlows } from '../../../generators/check/rules/known-flows.ts'
import { helmRelease } from '../../../generators/fleetwright.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const app = helmRelease({ name: 'app', chart: { url: 'oci://registry.example/charts/app', version: '1.0.0' } })
const home = 'clusters.a.namespaces.monitoring'
const fix = `take networkPolicies: true from ${home}, or place it in a namespace of its own`

describe(knownFlows.because, () => {
  test('a chart in a namespace that is said to be closed', () => {
    const settings = { networkPolicies: true }
    expect(problemsOf(fleet({ a: { settings, components: [app] } }))).toEqual([
      [`${home}.app`, 'app is cut off: its chart makes its Pods, and alone knows whom they talk to', fix],
    ])
    expect(problemsOf(fleet({ a: { settings, components: [note()] } }))).toEqual([])
    expect(problemsOf(fleet({ a: { components: [app] } }))).toEqual([])
  })

  test("a namespace of somebody else's, and one in which every Pod has a sidecar", () => {
    const components = [note()]
    expect(problemsOf(fleet({ a: { settings: { networkPolicies: true, exists: true }, components } }))).toEqual([
      [`${home}.networkPolicies`, 'in monitoring Pods run that are not of this fleet', fix],
    ])
    expect(problemsOf(fleet({ a: { settings: { networkPolicies: true, mesh: 'istio' }, components } }))).toEqual([
      [`${home}.networkPolicies`, 'in monitoring every Pod has a sidecar, which talks to its mesh', fix],
    ])
  })
})

test(enforcedPolicies.because, () => {
  const settings = { networkPolicies: true }
  const on = (distribution: 'k3s' | 'talos', network: 'cilium' | 'flannel') =>
    problemsOf(fleet({ a: { settings, components: [note()], distribution, network } }))
  expect(on('talos', 'flannel')).toEqual([
    [
      `${home}.networkPolicies`,
      'monitoring is to be closed, and flannel enforces no NetworkPolicy',
      'run calico or cilium in a, or say networkPolicies: false there',
    ],
  ])
  expect(on('k3s', 'flannel')).toEqual([])
  expect(on('talos', 'cilium')).toEqual([])
})
