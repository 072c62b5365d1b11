import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { describe, expect, test } from 'vitest'
import { cloudflareTunnel } from '../../../generators/catalogue/cloudflare-tunnel/cloudflare-tunnel.ts'
import type { CloudflareTunnelOptions } from '../../../generators/catalogue/cloudflare-tunnel/options.ts'
import { shape } from '../../../generators/fleet/checks/check.ts'
import type { ManifestsDefinition } from '../../../generators/fleet/component.ts'
import { secret } from '../../../generators/fleet/secret.ts'
import type { KubernetesObject } from '../../../generators/kubernetes-object.ts'
import { at } from '../../../generators/plan/values.ts'
import { validateAs } from '../../support/validate-as.ts'
import { base, watched, where } from '../where.ts'

const definition = cloudflareTunnel.definition as ManifestsDefinition<CloudflareTunnelOptions>
const grafana = 'http://grafana.monitoring.svc.cluster.local:80'
const here = where('cloudflare-tunnel', { grafana })

const objects = (options: CloudflareTunnelOptions = {}) =>
  definition.objects({ ...definition.defaults, ...options }, here)
const ofKind = (kind: string, options?: CloudflareTunnelOptions): KubernetesObject =>
  objects(options).find((object) => object.kind === kind)!
const container = (options?: CloudflareTunnelOptions) =>
  (at(ofKind('Deployment', options), 'spec.template.spec.containers') as readonly Record<string, unknown>[])[0]!

describe('by default', () => {
  test('two Pods keep the tunnel open, and one at a time may be taken away', () => {
    expect(ofKind('Deployment')).toMatchObject({ metadata: { name: 'cloudflare-tunnel' }, spec: { replicas: 2 } })
    expect(ofKind('PodDisruptionBudget')).toMatchObject({ spec: { maxUnavailable: 1 } })
  })

  test('the container serves metrics and health on one port, and takes its token from a Secret', () => {
    expect(container()).toMatchObject({
      name: 'cloudflared',
      image: 'docker.io/cloudflare/cloudflared:2026.8.2',
      args: ['tunnel', '--no-autoupdate', '--metrics', '0.0.0.0:2000', 'run'],
      env: [{ name: 'TUNNEL_TOKEN', valueFrom: { secretKeyRef: { name: 'cloudflare-tunnel', key: 'token' } } }],
      ports: [{ name: 'metrics', containerPort: 2000 }],
      readinessProbe: { httpGet: { path: '/ready', port: 'metrics' } },
      livenessProbe: { httpGet: { path: '/healthcheck', port: 'metrics' } },
      resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
    })
  })

  test('the budget and the monitor find the Pods by the labels that they have', () => {
    const labels = at(ofKind('Deployment'), 'spec.template.metadata.labels')

    expect(at(ofKind('PodDisruptionBudget'), 'spec.selector.matchLabels')).toEqual(labels)
    expect(at(ofKind('PodMonitor'), 'spec.selector.matchLabels')).toEqual(labels)
  })

  test('the monitor is read by the Prometheus that was found', () => {
    expect(ofKind('PodMonitor')).toMatchObject({
      metadata: { labels: watched },
      spec: { podMetricsEndpoints: [{ port: 'metrics' }] },
    })
  })

  test('the Deployment holds against the schema of Kubernetes', () => {
    expect(() => validateAs(Deployment, ofKind('Deployment'))).not.toThrow()
  })
})

test.each<[string, CloudflareTunnelOptions, Record<string, unknown>]>([
  ['replicas', { replicas: 5 }, { 'spec.replicas': 5 }],
  [
    'what people enter in the dashboard',
    { hostname: 'grafana.example.com' },
    {
      'metadata.annotations': {
        'fleetwright.dev/tunnel-service': grafana,
        'fleetwright.dev/tunnel-hostname': 'grafana.example.com',
      },
    },
  ],
])('%s: %j', (_, options, expected) => {
  const deployment = ofKind('Deployment', options)
  expect(Object.fromEntries(Object.keys(expected).map((path) => [path, at(deployment, path)]))).toEqual(expected)
})

test('another image, Secret and amount of memory reach the container', () => {
  const options: CloudflareTunnelOptions = {
    image: 'registry.example/cloudflared:2026.9.0',
    token: secret('other'),
    resources: { limits: { memory: '1Gi' } },
  }
  expect(container(options)).toMatchObject({
    image: 'registry.example/cloudflared:2026.9.0',
    env: [{ valueFrom: { secretKeyRef: { name: 'other' } } }],
    resources: { limits: { memory: '1Gi' } },
  })
})

test('every object carries the name that the fleet gives it', () => {
  const named = definition.objects(definition.defaults ?? {}, where('way-in', { grafana }))
  expect(named.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
    ['Deployment', 'way-in'],
    ['PodDisruptionBudget', 'way-in'],
    ['PodMonitor', 'way-in'],
  ])
})

describe('what it brings and needs', () => {
  const needs = (options: CloudflareTunnelOptions) =>
    definition.requires?.({ ...definition.defaults, ...options }, here) ?? []

  test('Grafana asks who is there, Prometheus and Alertmanager do not', () => {
    const door = (options: CloudflareTunnelOptions) =>
      definition.provides?.(options, here).filter(({ kind }) => kind === 'door')

    expect(door({ to: 'grafana', hostname: 'grafana.example.com' })).toEqual([
      {
        kind: 'door',
        to: 'grafana',
        authenticated: true,
        how: 'a Cloudflare Tunnel at https://grafana.example.com',
      },
    ])
    expect(door({ to: 'prometheus' })).toMatchObject([{ authenticated: false, how: 'a Cloudflare Tunnel' }])
    expect(door({ to: 'alertmanager' })).toMatchObject([{ authenticated: false }])
  })

  test('it waits for what it leads to, and for the token', () => {
    expect(needs({ to: 'prometheus', token: secret('other') })).toMatchObject([
      { kind: 'endpoint', name: 'prometheus' },
      { kind: 'secret', name: 'other', keys: ['token'] },
      { kind: 'crd', group: 'monitoring.coreos.com' },
      { kind: 'monitor-labels' },
    ])
  })

  test("the base layer writes kube-prometheus-stack's Grafana", () => {
    const [deployment] = definition.objects(definition.defaults ?? {}, base(definition))
    expect(deployment?.metadata.annotations).toEqual({
      'fleetwright.dev/tunnel-service': 'http://kube-prometheus-stack-grafana.monitoring.svc.cluster.local:80',
    })
  })
})

test('no options at all make objects too', () => {
  expect(definition.objects({}, where('x')).map(({ kind }) => kind)).toEqual([
    'Deployment',
    'PodDisruptionBudget',
    'PodMonitor',
  ])
})

test.each([
  [{ to: 'graphana' }, 'to', "'graphana' is no endpoint that a tunnel can lead to"],
  [{ hostname: 'https://grafana.example.com' }, 'hostname', "'https://grafana.example.com' is not a host name"],
  [{ replicas: 0 }, 'replicas', '0 is not a number of replicas'],
  [{ token: 'eyJhIjoi' }, 'token', 'a secret is written here in plain text, and would be committed'],
  [
    { image: 'cloudflare/cloudflared' },
    'image',
    "'cloudflare/cloudflared' is not an image with an exact tag or digest",
  ],
  [{ image: 'a/b:latest' }, 'image', "'a/b:latest' is not an image with an exact tag or digest"],
  [{ replica: 2 }, 'replica', "cloudflare-tunnel has no 'replica'"],
])('%j is refused', (options, place, reason) => {
  const [problem, ...more] = shape('cloudflare-tunnel', definition.options)(options, [])
  expect({ place: problem?.place.join('.'), reason: problem?.reason, more }).toEqual({ place, reason, more: [] })
})
