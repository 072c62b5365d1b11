import { describe, expect, test } from 'vitest'
import { dcgmExporter } from '../../../generators/catalogue/dcgm-exporter/dcgm-exporter.ts'
import type { DcgmExporterOptions } from '../../../generators/catalogue/dcgm-exporter/options.ts'
import { unknownKeys } from '../../../generators/charts/unknown-keys.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { HelmDefinition } from '../../../generators/fleet/component.ts'
import { loadExporters, metricsFolder } from '../../../generators/metrics/exporters.ts'
import { at, compact } from '../../../generators/plan/values.ts'
import { fleet } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { beside } from '../gpu-nodes.ts'
import { base, watched } from '../where.ts'

const definition = dcgmExporter.definition as HelmDefinition<DcgmExporterOptions>
const here = beside('dcgm-exporter')
const values = (options: DcgmExporterOptions = {}, there = here) =>
  compact(definition.values({ ...definition.defaults, ...options }, there))
const provides = (options: DcgmExporterOptions) => definition.provides?.({ ...definition.defaults, ...options }, here)
const requires = (options: DcgmExporterOptions) => definition.requires?.({ ...definition.defaults, ...options }, here)

test('it runs on every node with a GPU, whatever the node is set apart for', () => {
  expect(values()).toMatchObject({
    nodeSelector: { 'example.com/pool': 'gpu' },
    tolerations: [{ operator: 'Exists' }],
  })
  expect(requires({})).toEqual([{ kind: 'node-feature', feature: 'nvidia-gpu' }])
})

test('a cluster without such nodes is told so', () => {
  const [problem] = problemsOf(fleet({ a: { components: [dcgmExporter()] } }))
  expect(problem?.[1]).toContain('dcgm-exporter needs nodes with nvidia-gpu')
})

describe('a collector scrapes', () => {
  test('each Pod by itself: the Service has no address that would lead to any of them', () => {
    expect(values().service).toEqual({ clusterIP: 'None' })
    expect(provides({})).toEqual([
      {
        kind: 'metrics',
        exporter: 'dcgm-exporter',
        through: 'collector',
        target: 'dcgm-exporter.monitoring.svc.cluster.local:9400',
        labels: ['namespace', 'pod', 'container'],
      },
    ])
  })

  test('what the chart has it export, and nothing that it does not', () => {
    const exporter = loadExporters(metricsFolder).find('dcgm-exporter')
    expect(exporter?.find('DCGM_FI_DEV_GPU_TEMP')).toMatchObject({ labels: expect.arrayContaining(['gpu', 'UUID']) })
    // The image's own list has it.
    expect(exporter?.find('DCGM_FI_DEV_FB_RESERVED')).toMatchObject({ optional: true })
    expect(values()).not.toHaveProperty('arguments')
  })
})

describe('a monitor', () => {
  test('is none by default, so that no operator’s definitions are needed', () => {
    expect(values().serviceMonitor).toEqual({ enabled: false })
  })

  test('is read by the Prometheus that was found, which keeps the GPU’s Pod under names of its own', () => {
    expect(values({ monitor: true }).serviceMonitor).toEqual({ enabled: true, additionalLabels: watched })
    expect(requires({ monitor: true })).toMatchObject([
      { kind: 'node-feature' },
      { kind: 'crd', group: 'monitoring.coreos.com' },
      { kind: 'monitor-labels' },
    ])
    expect(provides({ monitor: true })).toContainEqual({
      kind: 'metrics',
      exporter: 'dcgm-exporter',
      through: 'monitors',
      labels: ['exported_namespace', 'exported_pod', 'exported_container'],
    })
  })
})

test('memory has an end, and the chart’s limit of processors is taken away', () => {
  expect(values().resources).toEqual({
    requests: { cpu: '50m', memory: '192Mi' },
    limits: { cpu: null, memory: '512Mi' },
  })
  expect(at(values({ resources: { limits: { cpu: '1' } } }), 'resources.limits.cpu')).toBe('1')
})

test('every name follows the one that the fleet gives it', () => {
  const there = beside('gpus')
  expect(values({}, there).fullnameOverride).toBe('gpus')
  expect(definition.provides?.({}, there)).toMatchObject([{ target: 'gpus.monitoring.svc.cluster.local:9400' }])
})

test.each([values(), values({ monitor: true }), compact(definition.values({}, base(definition)))])(
  'the chart knows every key (%#)',
  (all) => {
    expect(unknownKeys(definition.chart.keys, all)).toEqual([])
  },
)

test.each([[{ monitor: 'yes' }, 'monitor', "'yes' is not a yes or no"]])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('dcgm-exporter', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
