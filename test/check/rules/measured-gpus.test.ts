import { describe, expect, test } from 'vitest'
import { measuredGpus } from '../../../generators/check/rules/measured-gpus.ts'
import { dcgmExporter, manifests, nvidiaDevicePlugin } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { says } from '../../support/says.ts'
import { planned } from './planned.ts'

const nodePools = { gpu: { gpu: true, labels: { gpu: 'yes' } } }
const told = (...clusters: Parameters<typeof fleet>) => says(planned(measuredGpus, fleet(...clusters)))

const reason = (name: string) =>
  `${name} has nodes with a GPU, and nothing in it measures them: its GPUs are on no dashboard of the federation`

describe(measuredGpus.because, () => {
  test('an edge whose nodes have GPUs, beside a hub that measures its own', () => {
    expect(
      told({
        hub: { role: 'hub', nodePools, components: [dcgmExporter()] },
        'edge-1': { role: 'edge', nodePools, components: [] },
      }),
    ).toEqual([['clusters.edge-1.nodePools', reason('edge-1'), 'add dcgmExporter() to a namespace of clusters.edge-1']])
  })

  test('one whose GPUs are found', () => {
    const plugin = nvidiaDevicePlugin({ featureDiscovery: true })
    expect(told({ hub: { role: 'hub', components: [plugin] } })).toEqual([
      ['clusters.hub', reason('hub'), 'add dcgmExporter() to a namespace of clusters.hub'],
    ])
  })
})

test('nodes without GPUs, clusters of no federation, and an exporter of the own kind are silent', () => {
  const own = manifests({
    name: 'own',
    objects: [],
    provides: () => [
      { kind: 'metrics', exporter: 'own', through: 'otlp', families: { DCGM_FI_DEV_GPU_UTIL: ['gpu'] } },
    ],
  })
  expect(
    told({
      hub: { role: 'hub', nodePools, components: [own()] },
      'edge-1': { role: 'edge', nodePools: { big: { labels: { size: 'xl' } } }, components: [] },
      other: { nodePools, components: [] },
    }),
  ).toEqual([])
})
