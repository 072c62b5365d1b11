import { expect, test } from 'vitest'
import { withBringer } from '../../../generators/check/queries/exporter-bringers.ts'
import * as fleetwright from '../../../generators/fleetwright.ts'
import { loadExporters, metricsFolder } from '../../../generators/metrics/exporters.ts'

test('an exporter is named with the components that have it scraped, which a fleet can be written with', () => {
  expect(withBringer('node-exporter')).toBe('node-exporter, which kubePrometheusStack() or nodeExporter() brings')
  expect(withBringer('etcd')).toBe('etcd')
  const said = loadExporters(metricsFolder).names.map(withBringer).join(' ')
  const components = [...said.matchAll(/(\w+)\(\)/g)].map(([, name]) => name)
  expect(components.filter((name) => !(name! in fleetwright))).toEqual([])
})
