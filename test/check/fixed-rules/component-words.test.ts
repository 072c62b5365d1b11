import { expect, test } from 'vitest'
import {
  cilium,
  federationCertificates,
  fluxAlerts,
  helmRelease,
  kubeStateMetrics,
  loki,
  otelGateway,
  platformAlerts,
  secret,
  splunk,
  tempo,
} from '../../../generators/fleetwright.ts'
import { wrong } from '../rules/platform.ts'
import { type Mistake, of, told } from './told.ts'

const chart = { url: 'oci://registry.example/charts/web', version: '1.0.0' }

test.each<Mistake>([
  [
    'a severity that no route knows',
    of(platformAlerts({ nodeDown: { severity: wrong('urgent') } })),
    'clusters.a.namespaces.monitoring.platform-alerts.nodeDown.severity',
    "'urgent' is no severity",
    'write one of: critical, warning, info',
    'severity',
  ],
  [
    'an object store that nobody knows',
    of(loki({ objectStore: wrong('clustr') })),
    'clusters.a.namespaces.monitoring.loki.objectStore',
    "'clustr' is no object store",
    "write 'cluster' (there are: cluster)",
    'object-store',
  ],
  [
    'a kind of channel that nobody knows',
    of(fluxAlerts({ channels: [wrong({ name: 'ops', type: 'teams', address: secret('ops') })] })),
    'clusters.a.namespaces.monitoring.flux-alerts.channels.0.type',
    "'teams' is no channel",
    'write one of: discord, generic, slack',
    'known-channel',
  ],
  [
    'a kind that kube-state-metrics does not know',
    of(kubeStateMetrics({ collectors: [wrong('pod')] })),
    'clusters.a.namespaces.monitoring.kube-state-metrics.collectors.0',
    "'pod' is no kind that kube-state-metrics collects",
    "write 'pods' (there are: configmaps, endpoints, limitranges, namespaces, nodes, persistentvolumeclaims, persistentvolumes, pods, replicationcontrollers, resourcequotas, secrets, serviceaccounts, services, mutatingwebhookconfigurations, validatingwebhookconfigurations, daemonsets, deployments, replicasets, statefulsets, horizontalpodautoscalers, cronjobs, jobs, certificatesigningrequests, leases, endpointslices, ingressclasses, ingresses, networkpolicies, poddisruptionbudgets, clusterrolebindings, clusterroles, rolebindings, roles, storageclasses, volumeattachments)",
    'known-collector',
  ],
  [
    'a destination that nobody knows',
    of(otelGateway({ destinations: [wrong({ kind: 'splnk' })] })),
    'clusters.a.namespaces.monitoring.otel-gateway.destinations.0',
    "'splnk' is no kind of destination",
    "write 'splunk' (there are: splunk, datadog, otlp)",
    'known-destination',
  ],
  [
    'a platform that nobody knows',
    of(cilium({ platform: wrong('k3s') })),
    'clusters.a.namespaces.monitoring.cilium.platform',
    "'k3s' is no platform",
    'write one of: generic, talos',
    'known-platform',
  ],
  [
    'a kind of store that nobody knows',
    of(federationCertificates({ push: { store: 'platform', kind: wrong('Vault') } })),
    'clusters.a.namespaces.monitoring.federation-certificates.push.kind',
    "'Vault' is no kind of store",
    'write one of: ClusterSecretStore, SecretStore',
    'known-kind',
  ],
  [
    'a severity of events that nobody knows',
    of(fluxAlerts({ severity: wrong('warning') })),
    'clusters.a.namespaces.monitoring.flux-alerts.severity',
    "'warning' is no severity",
    'write one of: error, info',
    'known-severity',
  ],
  [
    'a signal that nobody knows',
    of(
      otelGateway({
        destinations: [
          splunk({ endpoint: 'https://splunk.example.com', token: secret('splunk'), signals: [wrong('events')] }),
        ],
      }),
    ),
    'clusters.a.namespaces.monitoring.otel-gateway.destinations.0.signals.0',
    "'events' is no signal",
    'write one of: logs, metrics, traces',
    'known-signal',
  ],
  [
    'a tier that nobody knows',
    of(helmRelease(wrong({ name: 'web', chart, tier: 'app' }))),
    'clusters.a.namespaces.monitoring.web.tier',
    "'app' is no tier",
    "write 'apps' (there are: apps, infrastructure)",
    'known-tier',
  ],
  [
    'what is no component',
    of(wrong('loki')),
    'clusters.a.namespaces.monitoring.0',
    "'loki' is no component",
    'use one of the catalogue, such as loki(), or make one with helmRelease({ … }) or manifests({ … })',
    'known-component',
  ],
  [
    'an option that is misspelt',
    of(tempo(wrong({ retenion: '24h' }))),
    'clusters.a.namespaces.monitoring.tempo.retenion',
    "tempo has no 'retenion'",
    'write retention',
    'known-option',
  ],
])('%s', (_, given, place, reason, fix, rule) => {
  expect(told(given)).toContainEqual([place, reason, fix, rule])
})
