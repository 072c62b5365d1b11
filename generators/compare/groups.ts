import { grouped } from '../grouped.ts'
import { byCodeUnits } from './by-code-units.ts'
import type { Change } from './change.ts'
import type { ComparedPair } from './changes.ts'
import type { ChangeGroup } from './review.ts'

/** Clusters of one environment where a component changes alike, with the pairs behind it, in order of the clusters. */
export interface SharedChange
  extends Pick<ChangeGroup, 'change' | 'clusters' | 'component' | 'environment' | 'namespaces'> {
  readonly pairs: readonly [ComparedPair, ...ComparedPair[]]
}

/** Says once what several clusters of an environment have in common. */
export const sharedChanges = (compared: readonly ComparedPair[]): readonly SharedChange[] => {
  const numbers = new Map<Change, number>()
  const numberOf = (change: Change): number => {
    const number = numbers.get(change) ?? numbers.size
    numbers.set(change, number)
    return number
  }
  const groups = grouped(compared, ({ change }) =>
    [change.environment, change.component, numberOf(change.change)].join('\n'),
  )
  return [...groups.values()].map(([first, ...others]) => {
    const pairs = [first!, ...others] as const
    const { environment, component, change } = first!.change
    return {
      environment,
      component,
      change,
      namespaces: each(pairs, 'namespace'),
      clusters: each(pairs, 'cluster'),
      pairs,
    }
  })
}

const each = (pairs: readonly ComparedPair[], which: 'cluster' | 'namespace'): readonly string[] =>
  [...new Set(pairs.map(({ change }) => change[which]))].toSorted()

/** Those with risks first, then by environment, component and clusters. */
export const inReviewOrder = (groups: readonly ChangeGroup[]): readonly ChangeGroup[] =>
  groups.toSorted(
    (one, other) =>
      Number(other.risks.length > 0) - Number(one.risks.length > 0) ||
      byCodeUnits(one.environment, other.environment) ||
      byCodeUnits(one.component, other.component) ||
      byCodeUnits(one.clusters.join('\n'), other.clusters.join('\n')) ||
      byCodeUnits(one.namespaces.join('\n'), other.namespaces.join('\n')),
  )
