import { describe, expect, test } from 'vitest'
import { poolsToldApart } from '../../../generators/check/rules/pools-told-apart.ts'
import type { NodePool } from '../../../generators/fleet/traits.ts'
import { environment, minio, nvidiaDevicePlugin } from '../../../generators/fleetwright.ts'
import { fleet, note } from '../../support/fleets.ts'
import { problemsOf } from '../../support/problems.ts'
import { tree } from '../../support/tree.ts'
import { app, statefulSet } from './objects.ts'
import { homelab } from './platform.ts'

const told = (pool: NodePool) => problemsOf(fleet({ a: { components: [note()], nodePools: { special: pool } } }))

const gpus = [
  'clusters.a.nodePools.special.gpu',
  'the nodes special have GPUs, and no label that Pods could select them by: what belongs there would run on every node',
  'say what label they carry: labels: { … }',
]
const slow = (place: string) => [
  `${place}.nodePools.special.stateful`,
  'nothing stateful belongs on the nodes special, and nothing is said by which it could keep away from them',
  "say what they are called, or what they carry: nodes: ['…'], labels: { … } or taints: ['…']",
]

describe(poolsToldApart.because, () => {
  test.each<[string, NodePool]>([
    ['nothing but GPUs', { gpu: true }],
    ['a taint, which keeps others away and leads nobody there', { gpu: true, taints: ['nvidia.com/gpu:NoSchedule'] }],
    ['several names, of which a selector takes one', { gpu: true, nodes: ['gpu-1', 'gpu-2'] }],
  ])('nodes with %s', (_, pool) => expect(told(pool)).toEqual([gpus]))

  test('nodes that data is to keep away from, and no word of which', () => {
    expect(told({ stateful: false })).toEqual([slow('clusters.a')])
  })

  test('the same of an environment, whatever keeps data there', () => {
    const shared = { dev: environment({ storageClass: 'local-path', nodePools: { special: { stateful: false } } }) }
    expect(problemsOf(fleet({ a: { components: [note()] } }, shared))).toEqual([slow('environments.dev')])
    const cluster = { nodePools: { special: { stateful: false } } }
    expect(problemsOf(homelab([minio(), app(statefulSet())], cluster))).toEqual([slow('clusters.homelab')])
  })
})

test.each<NodePool>([
  { gpu: true, labels: { gpu: 'yes' } },
  { gpu: true, nodes: ['gpu-1'] },
  { stateful: false, nodes: ['worker04'] },
  { stateful: false, labels: { disk: 'slow' } },
  { stateful: false, taints: ['storage=hdd:NoSchedule'] },
  { taints: ['metallb=disabled:NoSchedule'] },
])('nodes that are told by something are silent: %j', (pool) => expect(told(pool)).toEqual([]))

test('a single node with GPUs is selected by its name', () => {
  const nodePools = { gpu: { gpu: true, nodes: ['gpu-1'] } }
  const { at } = tree(fleet({ a: { components: [nvidiaDevicePlugin()], nodePools } }))
  expect(at('infrastructure/clusters/a/monitoring/nvidia-device-plugin/values-a.yaml')).toMatchObject({
    nodeSelector: { 'kubernetes.io/hostname': 'gpu-1' },
  })
})
