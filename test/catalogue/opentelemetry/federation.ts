import { kubeStateMetrics } from '../../../generators/catalogue/kube-state-metrics/kube-state-metrics.ts'
import { otelAgent } from '../../../generators/catalogue/otel-agent/otel-agent.ts'
import { otelAggregator } from '../../../generators/catalogue/otel-aggregator/otel-aggregator.ts'
import { otelScraper } from '../../../generators/catalogue/otel-scraper/otel-scraper.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import { manifests } from '../../../generators/fleetwright.ts'
import { fleet } from '../../support/fleets.ts'
import { tree } from '../../support/tree.ts'

/** Stands for the gateway of the hub: where it answers, from inside and from outside. */
const gateway = manifests({
  name: 'otel-gateway',
  objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'gateway' } }],
  provides: ({ name, namespace }) => [
    {
      kind: 'endpoint',
      name: 'otlp',
      url: `http://${name}.${namespace}.svc.cluster.local:4317`,
      outside: 'otlp.hub.example.com:4317',
    },
  ],
})

/** What a cluster is told by default. */
export const collected: readonly Placeable[] = [kubeStateMetrics(), otelAgent(), otelScraper()]

/** A hub, and an edge with these components; on the edge all goes through an aggregator. */
export const federation = (
  edge: readonly Placeable[] = [...collected, otelAggregator()],
  hub: readonly Placeable[] = collected,
) =>
  fleet({
    hub: { role: 'hub', components: [gateway(), ...hub] },
    'edge-1': { role: 'edge', settings: { secrets: { 'otel-client': existing() } }, components: edge },
  })

/** That federation, rendered. */
export const rendered = (...given: Parameters<typeof federation>) => tree(federation(...given))
