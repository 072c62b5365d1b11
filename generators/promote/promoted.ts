import { type Component, componentName, type Options, type Placeable } from '../fleet/component.ts'
import type { Environment } from '../fleet/environment.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { Promotion } from './promotion.ts'

/** The fleet with a component's version in one environment changed, and nothing else: what an edited source must say. */
export const promoted = (fleet: Fleet, promotion: Promotion): Fleet => {
  const { [promotion.to]: target } = fleet.environments
  if (target === undefined) return fleet
  const components = withVersion(target.components, promotion)
  return { ...fleet, environments: { ...fleet.environments, [promotion.to]: { ...target, components } } }
}

/** How an environment places a component; undefined where it says nothing of it. */
export const entryOf = ({ components }: Environment, component: string): Placeable | undefined =>
  components.find((entry) => componentName(placed(entry)) === component)

/** What a component that an environment says nothing of is told there. */
export const newOptions = ({ component, definition, option, version }: Promotion): Options =>
  component === definition.name ? { [option]: version } : { name: component, [option]: version }

const placed = (entry: Placeable): Component => (typeof entry === 'function' ? entry() : entry)

const withVersion = (components: readonly Placeable[], promotion: Promotion): readonly Placeable[] => {
  const { component, definition, option, version } = promotion
  const names = components.map((entry) => componentName(placed(entry)))
  if (!names.includes(component)) return [{ definition, options: newOptions(promotion) }, ...components]
  return components.map((entry, index) => {
    if (names[index] !== component) return entry
    const { options, ...rest } = placed(entry)
    return { ...rest, options: { [option]: version, ...options, ...(option in options ? { [option]: version } : {}) } }
  })
}
