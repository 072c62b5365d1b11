import { Affinity } from 'kubernetes-models/v1/Affinity'
import { expect, test } from 'vitest'
import type { NodePool } from '../../../generators/fleet/traits.ts'
import { keepsDataAffinity } from '../../../generators/objects/kubernetes/node-affinity.ts'

/** The terms of which one must hold, each as text: `zone NotIn a,b`. */
const terms = (nodePools: Record<string, NodePool>) =>
  keepsDataAffinity({ nodePools })?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms.map(
    ({ matchExpressions = [] }) =>
      matchExpressions.map(({ key, operator, values = [] }) => `${key} ${operator} ${values.join(',')}`),
  )

test('where all nodes are alike, or all may keep data, nothing is asked for', () => {
  expect(keepsDataAffinity({})).toBeUndefined()
  expect(terms({ gpu: { nodes: ['worker01'], labels: { gpu: 'yes' } }, fast: { stateful: true } })).toBeUndefined()
})

test('nodes that are no place for data are avoided by name', () => {
  const affinity = keepsDataAffinity({ nodePools: { backup: { nodes: ['worker04'], stateful: false } } })
  expect(affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'NotIn', values: ['worker04'] }] },
        ],
      },
    },
  })
  expect(() => new Affinity(affinity).validate()).not.toThrow()
})

test('the names of several pools make one list', () => {
  expect(
    terms({
      backup: { nodes: ['worker04'], labels: { disk: 'hdd' }, stateful: false },
      spot: { nodes: ['spot-1', 'spot-2'], stateful: false },
    }),
  ).toEqual([['kubernetes.io/hostname NotIn worker04,spot-1,spot-2']])
})

test('a pool whose nodes have no known names is avoided by its labels: one that does not match will do', () => {
  expect(terms({ spot: { labels: { capacity: 'spot', zone: 'a' }, stateful: false } })).toEqual([
    ['capacity NotIn spot'],
    ['zone NotIn a'],
  ])
})

test('all pools are avoided at once', () => {
  expect(
    terms({
      backup: { nodes: ['worker04'], stateful: false },
      spot: { labels: { capacity: 'spot', zone: 'a' }, stateful: false },
      old: { labels: { generation: '1' }, stateful: false },
    }),
  ).toEqual([
    ['kubernetes.io/hostname NotIn worker04', 'capacity NotIn spot', 'generation NotIn 1'],
    ['kubernetes.io/hostname NotIn worker04', 'zone NotIn a', 'generation NotIn 1'],
  ])
})

test('a pool without names and labels is left to its taints', () => {
  expect(terms({ edge: { taints: ['metallb=disabled:NoSchedule'], stateful: false } })).toBeUndefined()
})
