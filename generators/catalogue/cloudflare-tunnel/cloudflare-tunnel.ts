import { oneOf, satisfying } from '../../fleet/checks/check.ts'
import { pinnedImage } from '../../fleet/checks/image.ts'
import { resources } from '../../fleet/checks/resources.ts'
import { hostname, secretReference } from '../../fleet/checks/scalars.ts'
import { manifestsComponent } from '../../fleet/define-component.ts'
import { secret } from '../../fleet/secret.ts'
import { selectorLabels } from '../../objects/kubernetes/labels.ts'
import { podDisruptionBudget } from '../../objects/kubernetes/pod-disruption-budget.ts'
import { podMonitor } from '../../objects/prometheus-operator/pod-monitor.ts'
import { usualMonitorLabels } from '../kube-prometheus-stack/addresses.ts'
import { monitoringCrds } from '../prometheus-operator-crds/crds.ts'
import { connector, metricsPort } from './connector.ts'
import type { CloudflareTunnelOptions } from './options.ts'
import { tunnelSeries } from './series.ts'
import { door, targets } from './targets.ts'

/** The key of the Secret that holds the tunnel's token. */
const tokenKey = 'token'

/**
 * A way in from the internet through Cloudflare's network, with no port open: the Pods dial out.
 *
 * The tunnel is made in Cloudflare's dashboard, which gives the token. The dashboard also holds which host name leads
 * to which Service: `cloudflared` takes a token's routes from there alone and ignores any that it is given here
 * (cloudflare/cloudflared#633, #998). So the address to enter there stands as an annotation on the Deployment.
 */
export const cloudflareTunnel = manifestsComponent<CloudflareTunnelOptions>({
  name: 'cloudflare-tunnel',
  tier: 'apps',
  options: {
    to: oneOf('known-endpoint', 'endpoint that a tunnel can lead to', Object.keys(targets)),
    hostname,
    replicas: satisfying('count', (v) => Number.isInteger(v) && Number(v) >= 1, 'a number of replicas', '2'),
    token: secretReference,
    image: pinnedImage,
    resources,
  },
  defaults: {
    to: 'grafana',
    replicas: 2,
    token: secret('cloudflare-tunnel'),
    image: 'docker.io/cloudflare/cloudflared:2026.8.2',
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
  objects: (options, where) => [
    connector(options, where, tokenKey),
    podDisruptionBudget(where.name),
    podMonitor({
      name: where.name,
      labels: where.found.monitorLabels(),
      selector: { matchLabels: selectorLabels(where.name) },
      endpoints: [{ port: metricsPort.name }],
    }),
  ],
  provides: ({ to, hostname }) => [tunnelSeries, ...(to === undefined ? [] : [door(to, hostname)])],
  requires: ({ to, token }) => [
    ...(to === undefined ? [] : [{ kind: 'endpoint' as const, name: to, usually: targets[to].usually }]),
    ...(token === undefined ? [] : [{ kind: 'secret' as const, name: token.secret, keys: [tokenKey] }]),
    monitoringCrds,
    { kind: 'monitor-labels', usually: usualMonitorLabels },
  ],
})
