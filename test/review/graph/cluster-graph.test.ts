import { describe, expect, test } from 'vitest'
import { manifests } from '../../../generators/fleet/application.ts'
import type { Capability, Requirement } from '../../../generators/fleet/capability.ts'
import { deployment } from '../../../generators/objects/kubernetes/deployment.ts'
import { graphOf } from '../../../generators/review/graph/cluster-graph.ts'
import { mermaid } from '../../../generators/review/graph/mermaid.ts'
import { fleet } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

const program = (name: string, provides: readonly Capability[], requires: readonly Requirement[] = []) =>
  manifests({
    name,
    objects: [deployment({ name, user: 1000, container: { name, image: 'example.com/p:1.0.0' } })],
    provides: () => provides,
    requires: () => requires,
  })

const otlp = { kind: 'endpoint', name: 'otlp', url: 'http://gateway.monitoring.svc.cluster.local:4317' } as const
const series = { kind: 'metrics', exporter: 'agent', through: 'annotations' } as const
const scrapes = { kind: 'scrapes', through: 'annotations', labels: [] } as const
const datasource = { kind: 'datasource', uid: 'p', name: 'P', type: 'prometheus', url: 'http://p' } as const

const graphWith = (clusters: Parameters<typeof fleet>[0], ...drawn: readonly string[]) =>
  graphOf(tree(fleet(clusters)).clusters.filter(({ cluster }) => drawn.includes(cluster.name)))

/** The arrows of a graph, as people would say them. */
const arrows = (...given: Parameters<typeof graphWith>) => {
  const { nodes, edges } = graphWith(...given)
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  return edges.map(({ from, to, kind, what }) => [names.get(from), kind, names.get(to), ...what].join(' ')).sort()
}

describe('arrows point the way that data go:', () => {
  test('what is sent to who takes it, what is scraped to who scrapes, what is asked for to who asks', () => {
    const components = [
      program('agent', [series], [{ kind: 'endpoint', name: 'otlp' }]),
      program('gateway', [otlp]),
      program('prometheus', [scrapes, datasource]),
      program('grafana', [], [{ kind: 'all', of: 'datasource' }]),
    ]
    expect(arrows({ a: { components } }, 'a')).toEqual([
      'agent scrapes prometheus',
      'agent sends gateway otlp',
      'prometheus asks grafana',
    ])
  })

  test('to somebody outside, and from there', () => {
    const door = {
      kind: 'door',
      to: 'grafana',
      authenticated: true,
      how: 'Ingress https://grafana.example.com',
    } as const
    const slack = { kind: 'outside', url: 'https://hooks.slack.com/services', what: 'alerts' } as const
    expect(arrows({ a: { components: [program('grafana', [door], [slack])] } }, 'a')).toEqual([
      'Ingress enters grafana',
      'grafana sends hooks.slack.com alerts',
    ])
  })

  test('from what is ready first to what starts after it, unless that follows, or is to be seen already', () => {
    const crd = { kind: 'crd', group: 'example.com' } as const
    const components = [
      program('crds', [crd]),
      program('gateway', [otlp], [crd]),
      program('agent', [], [crd, { kind: 'endpoint', name: 'otlp' }]),
    ]
    expect(arrows({ a: { components } }, 'a')).toEqual(['agent sends gateway otlp', 'crds waits gateway'])
  })
})

describe('between clusters', () => {
  const clusters = {
    hub: { components: [program('gateway', [{ ...otlp, outside: 'https://hub.example.com:4317' }])] },
    edge: { components: [program('agent', [], [{ kind: 'endpoint', name: 'otlp', in: 'hub' }])] },
  }

  test('one that is drawn is the same component for both', () => {
    const { nodes, edges } = graphWith(clusters, 'hub', 'edge')
    expect(nodes.map(({ id, detail }) => [id, detail])).toEqual([
      ['hub/monitoring/gateway', 'wave 1'],
      ['edge/monitoring/agent', 'wave 1'],
    ])
    expect(edges).toEqual([
      { from: 'edge/monitoring/agent', to: 'hub/monitoring/gateway', kind: 'sends', what: ['otlp'] },
    ])
  })

  test('one that is not drawn shows who answers there, and nothing else', () => {
    expect(graphWith(clusters, 'edge').nodes.map(({ id, detail }) => [id, detail])).toEqual([
      ['edge/monitoring/agent', 'wave 1'],
      ['hub/monitoring/gateway', undefined],
    ])
  })
})

test('as Mermaid: boxes in boxes, and nothing that a name could break', () => {
  const components = [
    program('agent', [series], [{ kind: 'endpoint', name: 'otlp' }]),
    program('gateway', [otlp]),
    program('end', [{ kind: 'door', to: 'end', authenticated: true, how: 'a "door" #1' }]),
  ]
  const settings = { networkPolicies: true }
  expect(mermaid(graphWith({ a: { components, settings } }, 'a'))).toBe(`flowchart LR
  node3(["a #quot;door#quot; #35;1"])
  subgraph box0["a"]
    subgraph box1["monitoring (closed)"]
      node0["agent"]
      node1["gateway"]
      node2["end"]
    end
  end
  node0 ==>|"otlp"| node1
  node3 ==> node2
`)
})
