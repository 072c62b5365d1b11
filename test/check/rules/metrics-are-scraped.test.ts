import { describe, expect, test } from 'vitest'
import { metricsAreScraped } from '../../../generators/check/rules/metrics-are-scraped.ts'
import type { Capability, Way } from '../../../generators/fleet/capability.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { says } from '../../support/says.ts'
import { planned } from './planned.ts'

const brings = (name: string, ...provides: readonly Capability[]) =>
  manifests({ name, objects: [], provides: () => provides })()

const offer = (exporter: string, through: Way) => ({ kind: 'metrics', exporter, through }) as const
const takes = (through: Way) => brings('takes', { kind: 'scrapes', through, labels: ['job'] })

const told = (...clusters: Parameters<typeof fleet>) => says(planned(metricsAreScraped, fleet(...clusters)))

describe(metricsAreScraped.because, () => {
  test('an exporter at an edge that only collectors hear, and no collector', () => {
    const exporter = brings('exporter', offer('dcgm-exporter', 'collector'))
    expect(
      told({
        hub: { role: 'hub', components: [takes('collector')] },
        'edge-1': { role: 'edge', components: [exporter] },
      }),
    ).toEqual([
      [
        'clusters.edge-1.namespaces.monitoring.exporter',
        'nothing in edge-1 scrapes the metrics of dcgm-exporter, which exporter offers by collector',
        'add otelScraper() to a namespace of clusters.edge-1',
      ],
    ])
  })
})

test('one of several ways is enough, and a cluster that is no edge may leave all of them', () => {
  const exporter = brings('exporter', offer('own', 'annotations'), offer('own', 'collector'))
  expect(
    told({
      hub: { role: 'hub', components: [exporter] },
      'edge-1': { role: 'edge', components: [exporter, takes('collector')] },
      other: { components: [exporter] },
    }),
  ).toEqual([])
})
