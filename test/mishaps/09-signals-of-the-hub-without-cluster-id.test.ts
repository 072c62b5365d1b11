import { expect, test } from 'vitest'
import { otelAgent } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { configured, federation } from './federation.ts'

const processors = ['memory_limiter', 'k8s_attributes']

test('an agent that does not say which cluster its signals are of is told, at the hub as at an edge', () => {
  const nameless = configured(otelAgent(), { service: { pipelines: { metrics: { processors } } } })
  const lacking = (cluster: string, key: string) => [
    `clusters.${cluster}.namespaces.observability.otel-agent`,
    `nothing sets ${key} on what comes through metrics`,
    `add a resource processor that upserts ${key}`,
  ]
  expect(problemsOf(federation({ everywhere: { 'otel-agent': nameless } }))).toEqual(
    ['hub', 'edge-1'].flatMap((cluster) => ['cluster.id', 'cluster.role'].map((key) => lacking(cluster, key))),
  )
})

test('the agents of ours say so of their own cluster, the hub included', () => {
  const said = (cluster: string) =>
    tree(federation())
      .text(`apps/clusters/${cluster}/observability/otel-agent/kustomization.yaml`)
      .match(/(?<=name: CLUSTER_(?:ID|ROLE)\n +value: ).*/g)
  expect(said('hub')).toEqual(['hub', 'hub'])
  expect(said('edge-1')).toEqual(['edge-1', 'edge'])
})
