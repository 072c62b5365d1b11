import type { Capability } from '../../fleet/capability.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { podsServiceName } from '../../objects/kubernetes/pods-service.ts'
import { certificateCrds } from '../cert-manager/cert-manager.ts'
import { gatewayName, otlpEndpoint, ownMetrics } from '../opentelemetry/addresses.ts'
import { collectorImage } from '../opentelemetry/image.ts'
import { outsideUrl } from './addresses.ts'
import { addressOf, secretOf, signalsTo } from './destinations.ts'
import { type OtelGatewayOptions, otelGatewayChecks } from './options.ts'
import { server, signedBy } from './server.ts'
import { storeRequirements } from './stores.ts'

/**
 * The way in of a hub: an OpenTelemetry Collector that takes OTLP from the hub's own collectors and from those of its edges,
 * and sends logs to Loki, metrics to Prometheus and traces to Tempo, and to whoever else is to have them. It answers its
 * senders when it has what they sent on disk, in a queue for each that is to get it, and tries for ever.
 */
export const otelGateway = manifestsComponent<OtelGatewayOptions>({
  name: gatewayName,
  tier: 'apps',
  options: otelGatewayChecks,
  defaults: {
    version: collectorImage.version,
    mtls: true,
    replicas: { min: 2, max: 5 },
    size: '20Gi',
    resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '2Gi' } },
  },
  knowsCluster: true,
  objects: server,
  provides: ({ address, mtls }, { name, namespace }) => [
    {
      ...otlpEndpoint(name, namespace),
      ...(address === undefined ? {} : { outside: outsideUrl(address, mtls) }),
    },
    ownMetrics(podsServiceName(name), namespace),
    ...doors(name, address, mtls),
  ],
  requires: ({ mtls, issuer, destinations = [] }) => [
    ...storeRequirements,
    ...(mtls === false ? [] : [certificateCrds, signedBy(issuer)]),
    ...destinations.map(secretOf).map(({ name, key }) => ({ kind: 'secret', name, keys: [key] }) as const),
    ...destinations.map((one) => ({ kind: 'outside', url: addressOf(one), what: signalsTo(one).join(', ') }) as const),
  ],
})

const doors = (name: string, address: string | undefined, mtls: boolean | undefined): readonly Capability[] =>
  address === undefined
    ? []
    : [
        {
          kind: 'door',
          to: name,
          authenticated: mtls !== false,
          how: `LoadBalancer ${address}`,
          login: 'a certificate of the federation',
        },
      ]
