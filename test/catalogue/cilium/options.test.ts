import { expect, test } from 'vitest'
import { ciliumChecks } from '../../../generators/catalogue/cilium/options.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import { says } from '../../support/says.ts'

const problems = (options: unknown) => says(shape('cilium', ciliumChecks)(options, ['cilium']))

test('every option passes with a sound value', () => {
  expect(
    problems({
      platform: 'generic',
      operatorReplicas: 2,
      resources: { requests: { cpu: '200m', memory: '1Gi' } },
      hubble: { ui: false, metrics: ['drop'] },
      monitors: false,
      scrapeInterval: '1m',
      dashboardsNamespace: 'monitoring',
    }),
  ).toEqual([])
})

test('a platform or an option of Hubble that there is not is refused, with the one that was meant', () => {
  expect(problems({ platform: 'tallos', hubble: { uii: true } })).toEqual([
    ['cilium.platform', "'tallos' is no platform", "write 'talos' (there are: generic, talos)"],
    ['cilium.hubble.uii', "Hubble has no 'uii'", 'write ui'],
  ])
})
