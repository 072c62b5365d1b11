import type { Group } from './review.ts'

/** What of the review is to be seen. Empty members ask for nothing. */
export interface Filter {
  readonly query: string
  readonly environment: string
  /** `added`, `changed` or `removed`: changes that do so to the component or to any object. */
  readonly what: string
  readonly onlyRisks: boolean
}

export const everything: Filter = { query: '', environment: '', what: '', onlyRisks: false }

/** Finds the changes that a filter asks for. What can be searched is put together once, at the first query. */
export const finder = (groups: readonly Group[]): ((filter: Filter) => readonly Group[]) => {
  const texts = new Map<Group, string>()
  const textOf = (group: Group): string => {
    const known = texts.get(group) ?? searchText(group)
    texts.set(group, known)
    return known
  }
  return (filter) => {
    const words = wordsIn(filter.query)
    return groups.filter((group) => isAskedFor(group, filter) && words.every((word) => textOf(group).includes(word)))
  }
}

const isAskedFor = ({ environment, what, risks, differences }: Group, filter: Filter): boolean =>
  (filter.environment === '' || environment === filter.environment) &&
  (!filter.onlyRisks || risks.length > 0) &&
  (filter.what === '' || what === filter.what || differences.some((one) => one.what === filter.what))

/** A change is found by every word of a query, in whichever order. */
export const wordsIn = (query: string): readonly string[] => query.toLowerCase().split(/\s+/).filter(Boolean)

const searchText = ({ component, environment, what, clusters, namespaces, words, causes, risks, differences }: Group) =>
  [
    component,
    environment,
    what,
    ...namespaces,
    ...words,
    ...causes.map(({ place, line = '' }) => `generators/fleet.ts:${line} ${place}`),
    ...risks.flatMap((risk) => [risk.name, risk.what]),
    ...differences.map(({ of }) => of),
    ...clusters,
  ]
    .join('\n')
    .toLowerCase()
