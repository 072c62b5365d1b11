import { describe, expect, test } from 'vitest'
import { bertInference } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { federation, podded } from './federation.ts'

describe('BERT selects nodes by a label that none carries', () => {
  test('where somebody wrote the label by hand', () => {
    const selecting = podded(bertInference(), 'Deployment', { spec: { nodeSelector: { accelerator: 'nvidia' } } })
    expect(problemsOf(federation({ everywhere: { 'bert-inference': selecting } }))).toEqual(
      ['hub', 'edge-1'].map((cluster) => [
        `clusters.${cluster}.namespaces.inference.bert-inference`,
        `Deployment bert-inference wants nodes with the label accelerator, and none of ${cluster} is said to carry it`,
        `say which nodes do, in clusters.${cluster}: nodePools: { NAME: { labels: { 'accelerator': '…' } } }`,
      ]),
    )
  })

  test('where no node of the edge is said to have a GPU', () => {
    const nodePools = { gpu: { labels: { 'node-type': 'gpu' } } }
    const needing = problemsOf(federation({ clusters: { edge: { nodePools } } }))
    expect(needing).toContainEqual([
      'clusters.edge-1.namespaces.inference.bert-inference',
      'bert-inference needs nodes with nvidia-gpu, and the cluster has none: its Pods would be pending for ever',
      'say which nodes have it: nodePools: { gpu: { gpu: true, labels: { … } } } at clusters.edge-1',
    ])
  })
})
