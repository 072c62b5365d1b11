import type { Placeable } from './component.ts'
import type { Traits } from './traits.ts'

export interface EnvironmentSettings extends Traits {
  /** Only people who may see everything reach this network, so that a page without a login is no risk. Default `false`. */
  readonly privateNetwork?: boolean
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
