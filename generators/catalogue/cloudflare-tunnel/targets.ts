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

/** How the way in is named for people. */
export const reachable = (hostname: string | undefined): string =>
  hostname === undefined ? '' : ` at https://${hostname}`
