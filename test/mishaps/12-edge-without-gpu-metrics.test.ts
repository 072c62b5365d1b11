import { expect, test } from 'vitest'
import { problemsOf } from '../support/problems.ts'
import { federation } from './federation.ts'

test('an edge with GPUs and without their exporter is told, although the hub has one', () => {
  expect(problemsOf(federation({ edge: { 'dcgm-exporter': undefined } }))).toEqual([
    [
      'clusters.edge-1.nodePools',
      'edge-1 has nodes with a GPU, and nothing in it measures them: its GPUs are on no dashboard of the federation',
      'add dcgmExporter() to a namespace of clusters.edge-1',
    ],
  ])
})
