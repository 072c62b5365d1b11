import { certManager } from '../../../generators/catalogue/cert-manager/cert-manager.ts'
import { federationCertificates } from '../../../generators/catalogue/federation-certificates/federation-certificates.ts'
import type { FederationCertificatesOptions } from '../../../generators/catalogue/federation-certificates/options.ts'
import { lokiSingle } from '../../../generators/catalogue/loki-single/loki-single.ts'
import type { OtelGatewayOptions } from '../../../generators/catalogue/otel-gateway/options.ts'
import { otelGateway } from '../../../generators/catalogue/otel-gateway/otel-gateway.ts'
import { prometheus } from '../../../generators/catalogue/prometheus/prometheus.ts'
import { tempo } from '../../../generators/catalogue/tempo/tempo.ts'
import { manifests } from '../../../generators/fleet/application.ts'
import type { Placeable } from '../../../generators/fleet/component.ts'
import type { NamespaceSettings } from '../../../generators/fleet/namespace.ts'
import { existing } from '../../../generators/fleet/secret.ts'
import { fleet } from '../../support/fleets.ts'

/** Stands for what of an edge sends to its hub. */
export const sends = manifests({
  name: 'sends',
  objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'sends' } }],
  requires: () => [{ kind: 'endpoint', name: 'otlp', in: 'hub' }],
})

export const stores: readonly Placeable[] = [
  prometheus({ receivers: { otlp: true } }),
  lokiSingle({ otlpLabels: ['cluster.id', 'cluster.role'] }),
  tempo(),
]

export interface HubParts {
  readonly gateway?: OtelGatewayOptions
  readonly certificates?: FederationCertificatesOptions
  readonly settings?: NamespaceSettings
  /** Names of edges. */
  readonly edges?: readonly string[]
}

/** A hub, all in one namespace, and its edges. */
export const federation = ({
  gateway = { address: 'otlp.hub.example.com' },
  certificates = {},
  settings = {},
  edges = ['edge-1'],
}: HubParts = {}) =>
  fleet({
    hub: {
      role: 'hub',
      settings,
      components: [certManager(), federationCertificates(certificates), ...stores, otelGateway(gateway)],
      crds: ['external-secrets.io'],
    },
    ...Object.fromEntries(
      edges.map((name) => [
        name,
        { role: 'edge' as const, settings: { secrets: { 'otel-client': existing() } }, components: [sends()] },
      ]),
    ),
  })
