import type { Where } from '../../fleet/component.ts'
import { deployment } from '../../objects/kubernetes/deployment.ts'
import type { CloudflareTunnelOptions } from './options.ts'

export const metricsPort = { name: 'metrics', containerPort: 2000 } as const

/** What a person enters in Cloudflare's dashboard, where the routes of a token's tunnel are kept. */
const serviceAnnotation = 'fleetwright.dev/tunnel-service'
const hostnameAnnotation = 'fleetwright.dev/tunnel-hostname'

/** The user `nonroot` of the image. */
const nonroot = 65532

/** cloudflared, which dials out to Cloudflare and hands on what comes back. */
export const connector = (options: Partial<CloudflareTunnelOptions>, where: Where, tokenKey: string) =>
  deployment({
    name: where.name,
    annotations: route(options, where),
    replicas: options.replicas,
    user: nonroot,
    // It lets requests end for up to 30 seconds, and must not be killed in the last of them.
    graceSeconds: 45,
    container: {
      name: 'cloudflared',
      image: options.image,
      args: ['tunnel', '--no-autoupdate', '--metrics', `0.0.0.0:${metricsPort.containerPort}`, 'run'],
      env: options.token === undefined ? [] : [tunnelToken(options.token.secret, tokenKey)],
      ports: [metricsPort],
      // Ready only with a connection to Cloudflare, so that a rollout waits for it.
      readinessProbe: { httpGet: { path: '/ready', port: metricsPort.name }, periodSeconds: 10 },
      // Alive without one too: it reconnects by itself, and an outage of Cloudflare's is not cured by restarts.
      livenessProbe: {
        httpGet: { path: '/healthcheck', port: metricsPort.name },
        periodSeconds: 10,
        failureThreshold: 6,
      },
      resources: options.resources,
    },
  })

const tunnelToken = (name: string, key: string) => ({
  name: 'TUNNEL_TOKEN',
  valueFrom: { secretKeyRef: { name, key } },
})

const route = ({ to, hostname }: Partial<CloudflareTunnelOptions>, where: Where) => {
  const service = to === undefined ? undefined : where.found.endpoint(to)
  return {
    ...(service === undefined ? {} : { [serviceAnnotation]: service }),
    ...(hostname === undefined ? {} : { [hostnameAnnotation]: hostname }),
  }
}
