import { expect, test } from 'vitest'
import { withBringer } from '../../../generators/check/queries/exporter-bringers.ts'
import * as fleetwright from '../../../generators/fleetwright.ts'
import { loadExporters, metricsFolder } from '../../../generators/metrics/exporters.ts'
import { base } from '../../catalogue/where.ts'

/** Which components say that they have an exporter scraped, as they are by default. */
const bringersOf = (exporter: string): readonly string[] =>
  Object.entries(fleetwright).flatMap(([word, one]) => {
    if (!('definition' in one)) return []
    const { definition } = one
    const brought = definition.provides?.(definition.defaults ?? {}, base(definition)) ?? []
    return brought.some((some) => some.kind === 'metrics' && some.exporter === exporter) ? [word] : []
  })

test.each(loadExporters(metricsFolder).names)('%s is named with the components that say they bring it', (exporter) => {
  const named = [...withBringer(exporter).matchAll(/(\w+)\(\)/g)].map(([, word]) => word)
  expect(named.sort()).toEqual([...bringersOf(exporter)].sort())
})

test('an exporter is named as a sentence goes on', () => {
  expect(withBringer('node-exporter')).toBe('node-exporter, which kubePrometheusStack() or nodeExporter() brings')
  expect(withBringer('etcd')).toBe('etcd')
})
