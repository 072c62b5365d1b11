import { expect, test } from 'vitest'
import { otelGateway, tempo } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { tree } from '../support/tree.ts'
import { federation } from './federation.ts'

test('agents wait for the gateway, and the gateway for its stores: nobody writes that down', () => {
  const { at } = tree(federation())
  const waitsFor = (file: string): readonly string[] =>
    (at(`clusters/${file}.yaml`).spec.dependsOn ?? []).map(({ name }: { name: string }) => name)
  expect(waitsFor('hub/observability/otel-agent')).toContain('otel-gateway')
  expect(waitsFor('hub/observability-hub/otel-gateway')).toEqual(
    expect.arrayContaining(['loki-single', 'prometheus', 'tempo']),
  )
  expect(waitsFor('edge-1/observability/otel-agent')).toContain('otel-aggregator')
})

test('a fleet that wants it the other way round is told of the circle', () => {
  expect(problemsOf(federation({ hub: { tempo: tempo({ after: ['otel-gateway'] }) } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.otel-gateway',
      'components wait for each other for ever: observability-hub/otel-gateway → observability-hub/tempo → observability-hub/otel-gateway',
      'take one of these requirements away, or remove an `after`',
    ],
  ])
})

test('a gateway that is to wait for agents in another namespace is told that it cannot', () => {
  const after = otelGateway({ address: 'otlp.hub.example.com', after: ['otel-agent'] })
  expect(problemsOf(federation({ hub: { 'otel-gateway': after } }))).toEqual([
    [
      'clusters.hub.namespaces.observability-hub.otel-gateway.after',
      "no other component in observability-hub is called 'otel-agent'",
      'name a component of the same namespace',
    ],
  ])
})
