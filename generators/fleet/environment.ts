import type { Placeable } from './component.ts'
import type { Traits } from './traits.ts'

export interface EnvironmentSettings extends Traits {
  /** Only people who may see everything reach this network, so that a page without a login is no risk. Default `false`. */
  readonly privateNetwork?: boolean
  /**
   * Whether Pods may talk, and be talked to, only as the fleet says. It closes the namespaces of which the fleet knows
   * everything: those without a chart, without objects of the fleet's own, without a mesh. Others say it of themselves.
   * Default `false`.
   */
  readonly networkPolicies?: boolean
}

export interface Environment {
  readonly settings: EnvironmentSettings
  readonly components: readonly Placeable[]
}

/** What the clusters of one environment share: traits, and options of components. It runs nothing by itself. */
export const environment = (settings: EnvironmentSettings, components: readonly Placeable[] = []): Environment => ({
  settings,
  components,
})
