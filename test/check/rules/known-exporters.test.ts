import { expect, test } from 'vitest'
import { knownExporters } from '../../../generators/check/rules/known-exporters.ts'
import type { CapabilityOf } from '../../../generators/fleet/capability.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { home, homelab } from './platform.ts'

const told = (metrics: Pick<CapabilityOf<'metrics'>, 'exporter' | 'families'>) => {
  const web = manifests({
    name: 'web',
    objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }],
    provides: () => [{ kind: 'metrics', through: 'monitors', ...metrics }],
  })
  return problemsOf(homelab([web]))
}
const reason = (exporter: string) =>
  `web provides the metrics of ${exporter}, an exporter that is not known here, and does not list its series`
const list = "list them: families: { NAME: ['LABEL', …] }"

test(knownExporters.because, () => {
  expect(told({ exporter: 'node-exportr' })).toEqual([
    [`${home}.web`, reason('node-exportr'), `write exporter: 'node-exporter', or ${list}`],
  ])
  expect(told({ exporter: 'our-shop' })).toEqual([[`${home}.web`, reason('our-shop'), list]])
})

test('an exporter that is known, and one whose series are listed, are silent', () => {
  expect(told({ exporter: 'node-exporter' })).toEqual([])
  expect(told({ exporter: 'our-shop', families: { shop_orders_total: ['state'] } })).toEqual([])
})
