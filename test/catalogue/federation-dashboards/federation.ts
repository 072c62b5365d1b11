import { bertInference } from '../../../generators/catalogue/bert-inference/bert-inference.ts'
import type { Component } from '../../../generators/fleet/component.ts'
import {
  certManager,
  dcgmExporter,
  defineFleet,
  environment,
  existing,
  federationCertificates,
  federationDashboards,
  federationRules,
  flux,
  grafana,
  kubeStateMetrics,
  lokiSingle,
  namespace,
  nvidiaDevicePlugin,
  otelAgent,
  otelAggregator,
  otelGateway,
  otelScraper,
  prometheus,
  tempo,
} from '../../../generators/fleetwright.ts'
import { gpu } from '../gpu-nodes.ts'

const repository = { url: 'https://github.com/example/platform', branch: 'main' }

const secrets = Object.fromEntries(
  ['bert-login', 'bert-tls', 'grafana-admin', 'otel-client'].map((name) => [name, existing()]),
)

const what = {
  environment: 'cloud',
  distribution: 'managed',
  network: 'calico',
  crds: ['monitoring.coreos.com'],
  nodePools: { gpu },
} as const

/** What every cluster of the federation is told of, and runs. */
const told = [kubeStateMetrics({ version: '2.13.0' }), otelAgent(), otelScraper(), nvidiaDevicePlugin(), dcgmExporter()]

/** A hub with its stores, and an edge that has none. Without those that are left out, in both. */
export const federation = (leftOut: readonly string[] = []) => {
  const namespaceOf = (...components: readonly Component[]) =>
    namespace(
      { secrets },
      components.filter(({ definition }) => !leftOut.includes(definition.name)),
    )
  const inference = namespaceOf(bertInference())
  return defineFleet({
    repository,
    environments: { cloud: environment({ storageClass: 'fast' }) },
    clusters: {
      hub: flux({
        ...what,
        role: 'hub',
        namespaces: {
          'cert-manager': namespaceOf(certManager()),
          'observability-hub': namespaceOf(
            federationCertificates(),
            otelGateway({ address: 'otlp.hub.example.com' }),
            prometheus({
              receivers: { otlp: true, remoteWrite: true },
              rules: federationRules({ repository }),
            }),
            lokiSingle({ otlpLabels: ['cluster.id', 'cluster.role'] }),
            tempo(),
            grafana(),
            federationDashboards(),
          ),
          observability: namespaceOf(...told),
          inference,
        },
      }),
      'edge-1': flux({
        ...what,
        role: 'edge',
        namespaces: { observability: namespaceOf(...told, otelAggregator()), inference },
      }),
    },
  })
}
