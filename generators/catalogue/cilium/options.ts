import type { ciliumChart } from '../../charts/cilium.ts'
import { listOf, oneOf, shape } from '../../fleet/checks/check.ts'
import { type Resources, resources } from '../../fleet/checks/resources.ts'
import { count, type Duration, duration, flag, objectName, text } from '../../fleet/checks/scalars.ts'
import type { HelmOptions } from '../../fleet/component.ts'
import type { OwnChecks } from '../../fleet/define-component.ts'
import { type Platform, platforms } from './platforms.ts'

export interface CiliumOptions extends HelmOptions<typeof ciliumChart.keys> {
  /**
   * What the nodes run. `talos` suits Talos with `cluster.network.cni.name: none`, `cluster.proxy.disabled: true` and
   * KubePrism on its port 7445; `generic` is the chart as it comes, beside kube-proxy. Default `talos`.
   */
  readonly platform?: Platform
  /** Replicas of the operator. Default `1`; each needs a node of its own. */
  readonly operatorReplicas?: number
  /** What each agent may take. Default: 100m of a processor and 512Mi are set aside for it, and it has no limit. */
  readonly resources?: Resources
  readonly hubble?: HubbleOptions
  /** Whether Prometheus scrapes agents, operator and Hubble. Default `true`. */
  readonly monitors?: boolean
  /** How often it scrapes them. Default `30s`; the chart's own `10s` is three times the data. */
  readonly scrapeInterval?: Duration
  /** The namespace of the dashboards' ConfigMaps. It must exist before Cilium is installed. Default `monitoring`. */
  readonly dashboardsNamespace?: string
}

/** Hubble sees what flows through the network. It is always on. */
export interface HubbleOptions {
  /** Its web page, inside the cluster alone: whoever reaches it sees all traffic. Default `true`. */
  readonly ui?: boolean
  /** What it counts, in its own notation: `drop:labelsContext=source_namespace`. Default: what the dashboards need. */
  readonly metrics?: readonly string[]
}

export const ciliumChecks: OwnChecks<CiliumOptions> = {
  platform: oneOf('known-platform', 'platform', Object.keys(platforms)),
  operatorReplicas: count,
  resources,
  hubble: shape('Hubble', { ui: flag, metrics: listOf(text) }),
  monitors: flag,
  scrapeInterval: duration,
  dashboardsNamespace: objectName,
}
