import { expect, test } from 'vitest'
import type { EndpointName, Requirement } from '../../generators/fleet/capability.ts'
import * as catalogue from '../../generators/fleetwright.ts'
import { manifests, type prometheus } from '../../generators/fleetwright.ts'
import { base } from '../catalogue/where.ts'
import { fleet } from '../support/fleets.ts'
import { problemsOf } from '../support/problems.ts'

const written = new Map<string, unknown>(Object.entries(catalogue))

const asking = (requirement: Requirement) =>
  manifests({
    name: 'asking',
    objects: [{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'asking' } }],
    requires: () => [requirement],
  })

const fixFor = (requirement: Requirement): string => {
  const [problem, ...more] = problemsOf(fleet({ a: { components: [asking(requirement)] } }))
  expect(more).toEqual([])
  expect(problem?.[1]).toMatch(/^asking needs .*, and nothing in the cluster provides it$/)
  return problem?.[2] ?? ''
}

test.each<[EndpointName, string]>([
  ['alertmanager', 'alertmanager() or kubePrometheusStack()'],
  ['grafana', 'grafana() or kubePrometheusStack()'],
  ['loki-push', 'lokiSingle() or loki()'],
  ['otlp', 'otelGateway()'],
  ['otlp-logs', 'lokiSingle()'],
  ['otlp-metrics', 'prometheus({ receivers: { otlp: true } })'],
  ['otlp-traces', 'tempo()'],
  ['prometheus', 'prometheus() or kubePrometheusStack()'],
  ['remote-write', 'prometheus({ receivers: { remoteWrite: true } })'],
  ['s3', 'minio()'],
])('who lacks %s is told to add %s, which bring it', (name, components) => {
  expect(fixFor({ kind: 'endpoint', name })).toBe(`add ${components} to a namespace of clusters.a`)
  for (const [, word = '', options] of components.matchAll(/(\w+)\((?:\{ receivers: (\{.*?\}) \})?\)/g)) {
    const { definition } = written.get(word) as typeof prometheus
    const receivers =
      options === undefined ? undefined : { otlp: /otlp/.test(options), remoteWrite: /remoteWrite/.test(options) }
    expect(definition.provides?.({ ...definition.defaults, receivers }, base(definition))).toContainEqual(
      expect.objectContaining({ kind: 'endpoint', name }),
    )
  }
})

test.each([
  ['otel-aggregator', 'otelAggregator()'],
  ['otel-gateway', 'otelGateway()'],
  ['my-relay', 'a component called my-relay, such as otelGateway()'],
])('who asks %s itself for an address is told to add %s', (from, component) => {
  expect(fixFor({ kind: 'endpoint', name: 'otlp', from })).toBe(`add ${component} to a namespace of clusters.a`)
})

test('monitors are read by the operator alone', () => {
  expect(fixFor({ kind: 'monitor-labels' })).toBe('add kubePrometheusStack() to a namespace of clusters.a')
})
