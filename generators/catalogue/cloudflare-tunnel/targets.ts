import type { CapabilityOf, EndpointName } from '../../fleet/capability.ts'
import { usualAlertmanager, usualGrafana, usualPrometheus } from '../kube-prometheus-stack/addresses.ts'

interface Target {
  /** Whether it asks who is there. What does not must not be reachable from the internet. */
  readonly hasLogin: boolean
  readonly usually: (namespace: string) => CapabilityOf<'endpoint'>
}

/** Where a tunnel can lead: the endpoints with pages for people. */
export const targets = {
  alertmanager: { hasLogin: false, usually: usualAlertmanager },
  grafana: { hasLogin: true, usually: usualGrafana },
  prometheus: { hasLogin: false, usually: usualPrometheus },
} satisfies Partial<Record<EndpointName, Target>>

export type TargetName = keyof typeof targets

/** The way in, as people know it. */
export const door = (to: TargetName, hostname: string | undefined): CapabilityOf<'door'> => ({
  kind: 'door',
  to,
  authenticated: targets[to].hasLogin,
  how: hostname === undefined ? 'a Cloudflare Tunnel' : `a Cloudflare Tunnel at https://${hostname}`,
})
