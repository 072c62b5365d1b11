import { describe, expect, test } from 'vitest'
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
