import { describe, expect, test } from 'vitest'
import { gpuNodes } from '../../../generators/check/rules/gpu-nodes.ts'
import { helmRelease, nvidiaDevicePlugin } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment } from './objects.ts'
import { home, homelab } from './platform.ts'

const gpu = { resources: { limits: { 'nvidia.com/gpu': 1 } } }
const model = (values: Readonly<Record<string, unknown>>) =>
  helmRelease({ name: 'model', chart: { url: 'oci://registry.example/charts/model', version: '1.0.0' }, values })
const fix = 'say which nodes have one, in clusters.homelab: nodePools: { gpu: { gpu: true, labels: { … } } }'

describe(gpuNodes.because, () => {
  test('a container', () => {
    expect(problemsOf(homelab([app(deployment({ container: gpu }))]))).toEqual([
      [
        `${home}.app.objects.0.spec.template.spec.containers.0.resources.limits.nvidia.com/gpu`,
        'Deployment web asks for nvidia.com/gpu, and the cluster homelab has no nodes with a GPU',
        fix,
      ],
    ])
  })

  test('values of a chart, by a resource and by a node', () => {
    const values = { ...gpu, nodeSelector: { 'nvidia.com/gpu.present': 'true' } }
    expect(problemsOf(homelab([model(values)]))).toEqual([
      [
        `${home}.model.values.resources.limits.nvidia.com/gpu`,
        'model asks for nvidia.com/gpu, and the cluster homelab has no nodes with a GPU',
        fix,
      ],
      [
        `${home}.model.values.nodeSelector.nvidia.com/gpu.present`,
        'model asks for nvidia.com/gpu.present, and the cluster homelab has no nodes with a GPU',
        fix,
      ],
    ])
  })
})

test('a cluster with such nodes, and a Pod that asks for none, are silent', () => {
  const nodePools = { gpu: { gpu: true, labels: { gpu: 'yes' } } }
  expect(problemsOf(homelab([app(deployment({ container: gpu })), model(gpu)], { nodePools }))).toEqual([])
  expect(problemsOf(homelab([model({ resources: { limits: { 'nvidia.com/gpu': 0 } } })]))).toEqual([])
})

test('a cluster whose nodes with a GPU are found by a component is silent', () => {
  const plugin = nvidiaDevicePlugin({ featureDiscovery: true })
  expect(problemsOf(homelab([app(deployment({ container: gpu })), plugin]))).toEqual([])
})
