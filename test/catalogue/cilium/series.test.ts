import { expect, test } from 'vitest'
import { ciliumSeries } from '../../../generators/catalogue/cilium/series.ts'

const labels = (options: Parameters<typeof ciliumSeries>[0]) =>
  ciliumSeries(options).map(({ exporter, labels }) => [exporter, labels])

test('agents, operator and Hubble have series where they are scraped', () => {
  expect(labels({ monitors: true, hubble: { metrics: ['drop'] } })).toEqual([
    ['cilium-agent', ['node', 'k8s_app']],
    ['cilium-operator', ['io_cilium_app']],
    ['hubble', ['node']],
  ])
  expect(labels({ monitors: false, hubble: { metrics: ['drop'] } })).toEqual([])
})

test('Hubble has none where it counts nothing', () => {
  expect(labels({ monitors: true, hubble: { metrics: [] } }).map(([exporter]) => exporter)).not.toContain('hubble')
})

test('the contexts of what Hubble counts become labels, each once', () => {
  const metrics = [
    'drop:sourceContext=pod;destinationEgressContext=dns;labelsContext=source_namespace,destination_namespace',
    'httpV2:labelsContext=source_namespace,traffic_direction',
    'dns:query',
    'icmp',
  ]
  expect(labels({ monitors: true, hubble: { metrics } })[2]).toEqual([
    'hubble',
    ['node', 'source', 'destination', 'source_namespace', 'destination_namespace', 'traffic_direction'],
  ])
})
