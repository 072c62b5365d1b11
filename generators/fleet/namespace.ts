import type { Placeable } from './component.ts'
import type { SecretSource } from './secret.ts'

export type PodSecurity = 'baseline' | 'privileged' | 'restricted'

export interface NamespaceSettings {
  /** `none` keeps every service mesh sidecar out, `istio` asks for one. Default `none`. */
  readonly mesh?: 'istio' | 'none'
  /** Whether the namespace and its data stay when it vanishes from the fleet. Default `true`. */
  readonly keep?: boolean
  /** What Pods may do. Default `privileged`, which node-exporter and log agents need. */
  readonly podSecurity?: PodSecurity
  /** The namespace is made by somebody else: `kube-system`. Default `false`. */
  readonly exists?: boolean
  /**
   * Whether its Pods may talk, and be talked to, only as the fleet says: a NetworkPolicy denies everything, and one for
   * each workload lets through what its component requires and provides. Default: what the environment says, where the
   * fleet knows everything that runs there.
   */
  readonly networkPolicies?: boolean
  /** Where each Secret that the components read comes from. */
  readonly secrets?: Readonly<Record<string, SecretSource>>
}

export interface Namespace {
  readonly settings: NamespaceSettings
  readonly components: readonly Placeable[]
}

/** A namespace and what runs in it. */
export const namespace = (settings: NamespaceSettings, components: readonly Placeable[]): Namespace => ({
  settings,
  components,
})
