import { describe, expect, test } from 'vitest'
import { oneOf } from '../../generators/fleet/checks/check.ts'
import { text } from '../../generators/fleet/checks/scalars.ts'
import type { HelmOptions } from '../../generators/fleet/component.ts'
import { helmComponent } from '../../generators/fleet/define-component.ts'
import { environment } from '../../generators/fleet/environment.ts'
import { fleet } from '../support/fleets.ts'
import { says } from '../support/says.ts'
import { tree } from '../support/tree.ts'

const chart = (name: string) => ({ name, url: `oci://registry.example/charts/${name}`, version: '1.0.0' })

interface GatewayOptions extends HelmOptions {
  readonly exported?: 'no' | 'yes'
}

/** Takes in what edges send, and says so to other clusters when it is exported. */
const gateway = helmComponent<GatewayOptions>({
  name: 'gateway',
  tier: 'apps',
  chart: chart('gateway'),
  options: { exported: oneOf('shape', 'answer', ['no', 'yes']) },
  defaults: { exported: 'no' },
  values: () => ({}),
  provides: ({ exported }, { name, namespace }) => [
    {
      kind: 'endpoint',
      name: 'otlp',
      url: `http://${name}.${namespace}.svc:4317`,
      ...(exported === 'yes' ? { outside: 'https://hub.example.com' } : {}),
    },
    { kind: 'scrapes', through: 'otlp', labels: ['job'] },
  ],
})

interface EdgeOptions extends HelmOptions {
  readonly hub?: string
}

/** Sends its series and lines to the gateway of another cluster. */
const edge = helmComponent<EdgeOptions>({
  name: 'edge',
  tier: 'apps',
  chart: chart('edge'),
  options: { hub: text },
  values: (_, { found }) => ({ endpoint: found.endpoint('otlp') }),
  provides: () => [
    { kind: 'metrics', exporter: 'edge', through: 'otlp', families: { edge_up: ['zone'] } },
    { kind: 'logs', labels: ['zone'] },
    { kind: 'datasource', uid: 'edge', name: 'Edge', type: 'loki', url: 'http://edge' },
  ],
  requires: ({ hub }) => [{ kind: 'endpoint', name: 'otlp', ...(hub === undefined ? {} : { in: hub }) }],
  reaches: ({ hub }) => hub,
})

const exported = gateway({ exported: 'yes' })
const place = 'clusters.attic.namespaces.monitoring.edge.hub'
const values = 'apps/clusters/attic/monitoring/edge/values-attic.yaml'

describe('an endpoint in another cluster', () => {
  test('is found by its address from outside, and nothing here waits for it', () => {
    const rendered = tree(fleet({ attic: { components: [edge({ hub: 'hub' })] }, hub: { components: [exported] } }))
    expect(says(rendered.problems)).toEqual([])
    expect(rendered.at(values)).toEqual({ endpoint: 'https://hub.example.com' })
    expect(rendered.at('clusters/attic/monitoring/edge.yaml').spec.dependsOn).toBeUndefined()
    expect(rendered.clusters[0]?.placements[0]?.uses).toEqual([
      {
        endpoint: {
          kind: 'endpoint',
          name: 'otlp',
          url: 'https://hub.example.com',
          outside: 'https://hub.example.com',
        },
        by: { name: 'gateway', namespace: 'monitoring' },
        in: 'hub',
      },
    ])
  })

  test('is the one inside when it is in the cluster itself', () => {
    const rendered = tree(fleet({ attic: { components: [edge({ hub: 'attic' }), exported] } }))
    expect(says(rendered.problems)).toEqual([])
    expect(rendered.at(values)).toEqual({ endpoint: 'http://gateway.monitoring.svc:4317' })
    expect(rendered.at('clusters/attic/monitoring/edge.yaml').spec.dependsOn).toEqual([{ name: 'gateway' }])
  })

  test('is a problem when it cannot be reached from other clusters', () => {
    const rendered = tree(fleet({ attic: { components: [edge({ hub: 'hub' })] }, hub: { components: [gateway] } }))
    expect(says(rendered.problems)).toEqual([
      [
        place,
        'edge needs an endpoint otlp in the cluster hub, and monitoring/gateway, which provides it there, cannot be reached from other clusters',
        'give clusters.hub.namespaces.monitoring.gateway an address outside its cluster, or send to another cluster',
      ],
    ])
  })

  test('is a problem when nothing there provides it', () => {
    const rendered = tree(fleet({ attic: { components: [edge({ hub: 'hub' })] }, hub: { components: [] } }))
    expect(says(rendered.problems)).toEqual([
      [
        place,
        'edge needs an endpoint otlp in the cluster hub, and nothing there provides it',
        'add otelGateway() to a namespace of clusters.hub',
      ],
    ])
  })

  test.each([
    ['hubb', "write 'hub'"],
    ['elsewhere', 'write one of: attic, hub'],
  ])('is a problem when there is no cluster %s', (name, fix) => {
    const rendered = tree(fleet({ attic: { components: [edge({ hub: name })] }, hub: { components: [exported] } }))
    expect(says(rendered.problems)).toEqual([
      [place, `edge needs an endpoint otlp in the cluster ${name}, and the fleet has no such cluster`, fix],
    ])
  })
})

describe('what a cluster is sent', () => {
  const sending = tree(
    fleet({
      attic: { components: [edge({ hub: 'hub' })] },
      cellar: { components: [edge({ hub: 'hub' })] },
      hub: { components: [exported] },
    }),
  )
  const broughtTo = (name: string) =>
    (sending.clusters.find(({ cluster }) => cluster.name === name)?.brought ?? []).map(
      ({ capability: { kind }, by, from }) => [kind, `${by.namespace}/${by.name}`, from] as const,
    )

  test('stands among what it has, with who sends it and from where: series and lines, and nothing else', () => {
    expect(broughtTo('hub')).toEqual([
      ['endpoint', 'monitoring/gateway', undefined],
      ['scrapes', 'monitoring/gateway', undefined],
      ['metrics', 'monitoring/edge', 'attic'],
      ['logs', 'monitoring/edge', 'attic'],
      ['metrics', 'monitoring/edge', 'cellar'],
      ['logs', 'monitoring/edge', 'cellar'],
    ])
  })

  test('does not stand among what the sender has', () => {
    expect(broughtTo('attic')).toEqual([
      ['metrics', 'monitoring/edge', undefined],
      ['logs', 'monitoring/edge', undefined],
      ['datasource', 'monitoring/edge', undefined],
    ])
  })

  test('is known when its environment alone says where it sends', () => {
    const environments = { dev: environment({}, [edge({ hub: 'hub' })]) }
    const rendered = tree(fleet({ attic: { components: [edge] }, hub: { components: [exported] } }, environments))
    expect(says(rendered.problems)).toEqual([])
    expect(rendered.clusters[1]?.brought.filter(({ from }) => from === 'attic')).toHaveLength(2)
  })
})
