import { describe, expect, test } from 'vitest'
import { kubeStateMetrics } from '../../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import { otelAgent } from '../../../generators/catalogue/otel-agent/otel-agent.ts'
import { otelAggregator } from '../../../generators/catalogue/otel-aggregator/otel-aggregator.ts'
import { otelScraper } from '../../../generators/catalogue/otel-scraper/otel-scraper.ts'
import { problemsOf } from '../../support/problems.ts'
import { says } from '../../support/says.ts'
import { collectorIn } from './effective.ts'
import { federation, rendered } from './federation.ts'

const inside = (name: string) => `${name}.monitoring.svc.cluster.local:4317`
const hub = 'otlp.hub.example.com:4317'
const certificate = { name: 'certificate', secret: { secretName: 'otel-client' } }
const straight = [
  kubeStateMetrics(),
  otelAgent({ scrub: false, mtls: false }),
  otelScraper({ scrub: false, mtls: false }),
]

describe('a federation as it is by default', () => {
  const tree = rendered()

  test('has no problem by any rule', () => {
    expect(problemsOf(federation())).toEqual([])
  })

  test.each([
    ['edge-1', 'otel-agent', inside('otel-aggregator'), 'edge'],
    ['edge-1', 'otel-scraper', inside('otel-aggregator'), 'edge'],
    ['edge-1', 'otel-aggregator', hub, 'edge'],
    ['hub', 'otel-agent', inside('otel-gateway'), 'hub'],
    ['hub', 'otel-scraper', inside('otel-gateway'), 'hub'],
  ])('in %s %s sends to %s', (cluster, name, OTLP_ENDPOINT, role) => {
    expect(collectorIn(tree, cluster, name).env).toMatchObject({
      CLUSTER_ID: cluster,
      CLUSTER_ROLE: role,
      OTLP_ENDPOINT,
    })
  })

  test('only what leaves the cluster is encrypted, and shows the certificate, which is read anew when it is renewed', () => {
    const { config, pod } = collectorIn(tree, 'edge-1', 'otel-aggregator')
    expect(config.exporters.otlp_grpc.tls).toEqual({
      cert_file: '/etc/otel-client/tls.crt',
      key_file: '/etc/otel-client/tls.key',
      ca_file: '/etc/otel-client/ca.crt',
      reload_interval: '1m',
    })
    expect(pod.volumes).toContainEqual(certificate)
    for (const name of ['otel-agent', 'otel-scraper']) {
      const near = collectorIn(tree, 'edge-1', name)
      expect(near.config.exporters.otlp_grpc.tls).toEqual({ insecure: true })
      expect(near.pod.volumes).not.toContainEqual(certificate)
    }
  })

  test('nobody starts before whom it sends to', () => {
    const after = (cluster: string, name: string) => collectorIn(tree, cluster, name).placement.dependsOn
    expect(after('edge-1', 'otel-agent')).toContainEqual({ name: 'otel-aggregator', namespace: 'monitoring' })
    expect(after('edge-1', 'otel-scraper')).toContainEqual({ name: 'otel-aggregator', namespace: 'monitoring' })
    expect(after('hub', 'otel-agent')).toContainEqual({ name: 'otel-gateway', namespace: 'monitoring' })
  })

  test('clusters share the whole configuration; a layer of theirs says who they are and where they send', () => {
    const { patches } = tree.at('apps/clusters/edge-1/monitoring/otel-agent/kustomization.yaml')
    const add = (name: string, value: string) =>
      `- op: add\n  path: /spec/template/spec/containers/0/env/-\n  value:\n    name: ${name}\n    value: ${value}\n`
    expect(patches).toEqual([
      {
        target: { group: 'apps', version: 'v1', kind: 'DaemonSet', name: 'otel-agent' },
        patch: [
          add('CLUSTER_ID', 'edge-1'),
          add('CLUSTER_ROLE', 'edge'),
          add('OTLP_ENDPOINT', inside('otel-aggregator')),
        ].join(''),
      },
    ])
  })

  test('the hub is sent what an edge brings, and an edge nothing', () => {
    const sentTo = (name: string) => tree.clusters.find(({ cluster }) => cluster.name === name)!.brought
    expect(sentTo('hub')).toContainEqual(
      expect.objectContaining({
        from: 'edge-1',
        capability: { kind: 'metrics', exporter: 'otel-kubeletstats', through: 'otlp' },
      }),
    )
    expect(sentTo('edge-1').filter(({ from }) => from !== undefined)).toEqual([])
  })
})

describe('without an aggregator', () => {
  test('an edge that does not scrub sends straight to the hub, in the open if it says so', () => {
    const tree = rendered(straight)
    expect(problemsOf(federation(straight))).toEqual([])
    for (const name of ['otel-agent', 'otel-scraper']) {
      const { env, config, pod } = collectorIn(tree, 'edge-1', name)
      expect(env.OTLP_ENDPOINT).toBe(hub)
      expect(config.exporters.otlp_grpc.tls).toEqual({ insecure: true })
      expect(pod.volumes).not.toContainEqual(certificate)
    }
  })

  test('whoever sends to the hub shows a certificate, unless it is told otherwise', () => {
    const { pod, placement } = collectorIn(rendered([otelAgent({ scrub: false })]), 'edge-1', 'otel-agent')
    expect(pod.volumes).toContainEqual(certificate)
    expect(placement.requires).toContainEqual(
      expect.objectContaining({ kind: 'secret', name: 'otel-client', keys: ['tls.crt', 'tls.key', 'ca.crt'] }),
    )
  })

  test('an edge that is to scrub lacks it', () => {
    expect(says(rendered([otelAgent()]).problems).map(([place, reason]) => [place, reason])).toEqual([
      [
        'clusters.edge-1.namespaces.monitoring.otel-agent',
        'otel-agent needs an endpoint otlp from otel-aggregator, and nothing in the cluster provides it',
      ],
    ])
  })
})

test('an aggregator that is on the hub as well sends to the gateway there', () => {
  const tree = rendered(undefined, [otelAggregator()])
  const { env, config, pod } = collectorIn(tree, 'hub', 'otel-aggregator')
  expect(env.OTLP_ENDPOINT).toBe(inside('otel-gateway'))
  expect(config.exporters.otlp_grpc.tls).toEqual({ insecure: true })
  expect(pod.volumes).not.toContainEqual(certificate)
})

test('nobody is given less time to answer than a gateway takes that writes first', () => {
  for (const name of ['otel-agent', 'otel-scraper', 'otel-aggregator']) {
    expect(collectorIn(rendered(), 'edge-1', name).config.exporters.otlp_grpc).toMatchObject({
      timeout: '30m',
      retry_on_failure: { enabled: true, max_elapsed_time: 0 },
    })
  }
})
