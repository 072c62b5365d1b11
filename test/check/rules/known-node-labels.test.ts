import { describe, expect, test } from 'vitest'
import { knownNodeLabels } from '../../../generators/check/rules/known-node-labels.ts'
import { nvidiaDevicePlugin } from '../../../generators/fleetwright.ts'
import { problemsOf } from '../../support/problems.ts'
import { app, deployment } from './objects.ts'
import { home, homelab } from './platform.ts'

const web = (nodeSelector: Readonly<Record<string, string>>) => app(deployment({ pod: { nodeSelector } }))
const nodePools = { fast: { labels: { 'example.com/disk': 'ssd' } } }

describe(knownNodeLabels.because, () => {
  test('a label that nobody says of any node', () => {
    expect(problemsOf(homelab([web({ rack: 'r1' })]))).toEqual([
      [
        `${home}.app.objects.0.spec.template.spec.nodeSelector.rack`,
        'Deployment web wants nodes with the label rack, and none of homelab is said to carry it',
        "say which nodes do, in clusters.homelab: nodePools: { NAME: { labels: { 'rack': '…' } } }",
      ],
    ])
  })

  test('one that is misspelt, in an affinity', () => {
    const nodeSelectorTerms = [{ matchExpressions: [{ key: 'example.com/dsik', operator: 'Exists' }] }]
    const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } }
    const pod = { affinity: { nodeAffinity } }
    expect(problemsOf(homelab([app(deployment({ pod }))], { nodePools })).map(([, , fix]) => fix)).toEqual([
      "write 'example.com/disk'",
    ])
  })
})

test('labels of a pool, and those that every node has, are silent', () => {
  const labels = { 'example.com/disk': 'ssd', 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': 'a' }
  expect(problemsOf(homelab([web(labels)], { nodePools }))).toEqual([])
})

test('the label of nodes that a component finds is silent where that component runs, and nowhere else', () => {
  const found = web({ 'feature.node.kubernetes.io/pci-10de.present': 'true' })
  expect(problemsOf(homelab([found, nvidiaDevicePlugin({ featureDiscovery: true })]))).toEqual([])
  expect(problemsOf(homelab([found]))).toHaveLength(1)
})
