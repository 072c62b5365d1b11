import { expect, test } from 'vitest'
import { onNodes } from '../../../generators/objects/kubernetes/on-nodes.ts'

const nodes = { kind: 'node-feature', feature: 'nvidia-gpu', nodeSelector: { pool: 'gpu' } } as const

test('nodes are selected by their labels, and what keeps others off them is tolerated as exactly as it is known', () => {
  expect(
    onNodes({ ...nodes, taints: ['nvidia.com/gpu=present:NoSchedule', 'dedicated:NoExecute', 'empty=:NoSchedule'] }),
  ).toEqual({
    nodeSelector: { pool: 'gpu' },
    tolerations: [
      { key: 'nvidia.com/gpu', operator: 'Equal', value: 'present', effect: 'NoSchedule' },
      { key: 'dedicated', operator: 'Exists', effect: 'NoExecute' },
      { key: 'empty', operator: 'Equal', value: '', effect: 'NoSchedule' },
    ],
  })
})

test('nothing is said of nodes that are not found yet', () => {
  expect(onNodes(undefined)).toEqual({})
})
