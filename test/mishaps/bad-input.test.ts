import { describe, expect, test } from 'vitest'
import { otelAggregator, otelGateway, secret, splunk } from '../../generators/fleetwright.ts'
import { problemsOf } from '../support/problems.ts'
import { configured, federation, gateway } from './federation.ts'

const home = 'clusters.hub.namespaces.observability-hub.otel-gateway'

test('a pattern for personal data that can take exponential time is told', () => {
  const email = '([a-z]+)+@example.com'
  const scrub = { log_statements: [{ statements: [`replace_pattern(log.body, "${email}", "[email]")`] }] }
  const aggregator = configured(otelAggregator(), { processors: { 'transform/scrub': scrub } })
  expect(problemsOf(federation({ edge: { 'otel-aggregator': aggregator } }))).toEqual([
    [
      'clusters.edge-1.namespaces.observability.otel-aggregator',
      'the pattern ([a-z]+)+@example.com is refused: it repeats what is repeated within, which can take exponential time',
      'write it without that part',
    ],
  ])
})

describe('a pipeline that drops a signal in silence is told', () => {
  const told = (config: Readonly<Record<string, unknown>>) =>
    problemsOf(federation({ hub: { 'otel-gateway': configured(gateway, config) } }))

  test('where no pipeline takes it', () => {
    expect(told({ service: { pipelines: { 'traces/edges': null } } })).toEqual([
      [
        home,
        'otlp/edges is sent every signal, and no pipeline takes its traces',
        'add otlp/edges to a pipeline of traces',
      ],
    ])
  })

  test('where it ends in nothing but the log of the collector', () => {
    expect(
      told({ exporters: { debug: {} }, service: { pipelines: { 'traces/edges': { exporters: ['debug'] } } } }),
    ).toEqual([
      [
        home,
        'the pipeline traces/edges ends in debug alone, so what it carries is kept nowhere',
        'add an exporter that sends it on',
      ],
    ])
  })
})

test('a GPU workload in a cluster without GPU nodes is told', () => {
  const told = problemsOf(
    federation({
      edge: { 'dcgm-exporter': undefined, 'nvidia-device-plugin': undefined },
      clusters: { edge: { nodePools: {} } },
    }),
  )
  expect(told).toEqual([
    [
      'clusters.edge-1.namespaces.inference.bert-inference',
      'bert-inference needs nodes with nvidia-gpu, and the cluster has none: its Pods would be pending for ever',
      'say which nodes have it: nodePools: { gpu: { gpu: true, labels: { … } } } at clusters.edge-1',
    ],
    [
      'clusters.edge-1.namespaces.inference.bert-inference',
      'Deployment bert-inference asks for nvidia.com/gpu, and the cluster edge-1 has no nodes with a GPU',
      'say which nodes have one, in clusters.edge-1: nodePools: { gpu: { gpu: true, labels: { … } } }',
    ],
  ])
})

test('a router whose Secret comes from nowhere is told', () => {
  const destinations = [
    splunk({ endpoint: 'https://splunk.example.com:8088/services/collector', token: secret('splunk') }),
  ]
  const routing = otelGateway({ address: 'otlp.hub.example.com', destinations })
  expect(problemsOf(federation({ hub: { 'otel-gateway': routing } }))).toEqual([
    [
      `${home}.destinations`,
      'otel-gateway reads the Secret splunk, and the fleet does not say where it comes from',
      "add 'splunk': existing(), sops() or externalSecret({ … }) to clusters.hub.namespaces.observability-hub.secrets",
    ],
  ])
})
