import { expect, test } from 'vitest'
import { enforcedPolicies } from '../../../generators/check/rules/enforced-policies.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'

const home = 'clusters.a.namespaces.monitoring'

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
