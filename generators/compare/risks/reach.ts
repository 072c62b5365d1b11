import { grouped } from '../../grouped.ts'
import type { ChangeGroup } from '../review.ts'
import { listed } from './listed.ts'
import type { ClustersByEnvironment } from './review-hazard.ts'

/** Components that change in exactly the same environments. */
export interface Reach {
  readonly components: readonly string[]
  readonly environments: readonly string[]
}

export const reaches = (groups: readonly ChangeGroup[]): readonly Reach[] => {
  const byComponent = [...grouped(groups, ({ component }) => component)].map(([component, all]) => ({
    component,
    environments: [...new Set(all.map(({ environment }) => environment).filter((name) => name !== ''))].sort(),
  }))
  return [...grouped(byComponent, ({ environments }) => environments.join('\n')).values()].map((all) => ({
    components: all.map(({ component }) => component),
    environments: all[0]?.environments ?? [],
  }))
}

/** Whether that is every environment of a fleet that has several. */
export const isEverywhere = ({ environments }: Reach, fleet: ClustersByEnvironment): boolean => {
  const all = [...fleet.keys()].filter((name) => name !== '')
  return all.length > 1 && all.every((name) => environments.includes(name))
}

/** The beginning of a sentence: `loki changes`, `loki and tempo change`. */
export const changing = (components: readonly string[]): string =>
  `${listed(components)} change${components.length === 1 ? 's' : ''}`
