import { describe, expect, test } from 'vitest'
import { dcgmExporter } from '../../../generators/catalogue/dcgm-exporter/dcgm-exporter.ts'
import { nvidiaDevicePlugin } from '../../../generators/catalogue/nvidia-device-plugin/nvidia-device-plugin.ts'
import type { NvidiaDevicePluginOptions } from '../../../generators/catalogue/nvidia-device-plugin/options.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { compact } from '../../../generators/plan/values.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { beside, gpu } from '../gpu-nodes.ts'
import { base, where } from '../where.ts'

const definition = nvidiaDevicePlugin.definition as HelmDefinition<NvidiaDevicePluginOptions>
const values = (options: NvidiaDevicePluginOptions = {}, here = beside('nvidia-device-plugin')) =>
  compact(definition.values({ ...definition.defaults, ...options }, here))

describe('the plugin runs on the nodes that the cluster says have GPUs', () => {
  test('by their labels, and not by those that the chart would ask for', () => {
    expect(values()).toMatchObject({ nodeSelector: { 'example.com/pool': 'gpu' }, affinity: null })
  })

  test('whatever the nodes are set apart for', () => {
    expect(values().tolerations).toEqual([{ operator: 'Exists' }])
  })

  test('which the cluster’s layer alone says', () => {
    const rendered = tree(fleet({ a: { nodePools: { gpu }, components: [nvidiaDevicePlugin()] } }))
    expect(rendered.problems).toEqual([])
    const folder = (owner: string) => `infrastructure/${owner}/monitoring/nvidia-device-plugin`
    expect(rendered.at(`${folder('base')}/values.yaml`)).not.toHaveProperty('nodeSelector')
    expect(rendered.at(`${folder('clusters/a')}/values-a.yaml`)).toEqual({
      nodeSelector: { 'example.com/pool': 'gpu' },
    })
  })

  test('and there must be some', () => {
    const [problem] = problemsOf(fleet({ a: { components: [nvidiaDevicePlugin()] } }))
    expect(problem?.[1]).toBe(
      'nvidia-device-plugin needs nodes with nvidia-gpu, and the cluster has none: its Pods would be pending for ever',
    )
  })
})

describe('with feature discovery', () => {
  const label = { 'feature.node.kubernetes.io/pci-10de.present': 'true' }

  test('nodes are found by their device, and none has to be declared', () => {
    expect(values({ featureDiscovery: true }, where('nvidia-device-plugin'))).toMatchObject({
      nodeSelector: label,
      gfd: { enabled: true },
    })
    expect(definition.requires?.({ featureDiscovery: true }, base(definition))).toEqual([])
  })

  test('whatever keeps other Pods off a node, its devices are looked at', () => {
    expect(values({ featureDiscovery: true }).nfd).toEqual({ worker: { tolerations: [{ operator: 'Exists' }] } })
    expect(values()).not.toHaveProperty('nfd')
  })

  test('others find these nodes too, after it', () => {
    const rendered = tree(
      fleet({ a: { components: [nvidiaDevicePlugin({ featureDiscovery: true }), dcgmExporter()] } }),
    )
    expect(rendered.problems).toEqual([])
    expect(rendered.at('apps/clusters/a/monitoring/dcgm-exporter/values-a.yaml')).toEqual({ nodeSelector: label })
    expect(rendered.at('clusters/a/monitoring/dcgm-exporter.yaml').spec.dependsOn).toEqual([
      { name: expect.stringContaining('nvidia-device-plugin') },
    ])
  })

  test('nodes that are declared come before those that are found', () => {
    const components = [nvidiaDevicePlugin({ featureDiscovery: true }), dcgmExporter()]
    const rendered = tree(fleet({ a: { nodePools: { gpu }, components } }))
    expect(rendered.at('apps/clusters/a/monitoring/dcgm-exporter/values-a.yaml')).toEqual({ nodeSelector: gpu.labels })
  })
})

test('every name follows the one that the fleet gives it', () => {
  expect(values({}, beside('gpus')).fullnameOverride).toBe('gpus')
})

test.each([values(), values({ featureDiscovery: true }), compact(definition.values({}, base(definition)))])(
  'the chart knows every key (%#)',
  (all) => {
    expect(unknownKeys(definition.chart.keys, all)).toEqual([])
  },
)

test.each([
  [{ featureDiscovery: 'yes' }, 'featureDiscovery', "'yes' is not a yes or no"],
  [{ resources: { limits: { memory: 'much' } } }, 'resources.limits.memory', "'much' is not a size"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('nvidia-device-plugin', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
