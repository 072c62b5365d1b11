import type { PageData, PageDifference, PageGroup, Runs } from '../page-data.ts'

/** A change of the review, with everything that the data tell by number. */
export interface Group extends Omit<PageGroup, 'change' | 'clusters' | 'risks'> {
  readonly clusters: readonly string[]
  readonly risks: readonly { readonly name: string; readonly what: string; readonly because: string }[]
  readonly differences: readonly PageDifference[]
}

export interface Review {
  readonly groups: readonly Group[]
  /** Lines of YAML by their indexes. */
  readonly linesOf: (runs: Runs) => readonly string[]
}

/** Reads what is embedded in the page. Lines are put together only when somebody looks at them. */
export const reviewOf = ({ lines, changes, clusterLists, reasons, groups }: PageData): Review => ({
  groups: groups.map((group) => ({
    ...group,
    clusters: clusterLists[group.clusters] ?? [],
    risks: group.risks.map(({ name, what, because }) => ({ name, what, because: reasons[because] ?? '' })),
    differences: changes[group.change] ?? [],
  })),
  linesOf: (runs) => runs.flatMap((first, at) => (at % 2 === 0 ? lines.slice(first, first + (runs[at + 1] ?? 0)) : [])),
})

/** How many lines come and how many go. */
export interface Weight {
  readonly come: number
  readonly gone: number
}

export const weightOf = (differences: readonly PageDifference[]): Weight => {
  let [come, gone] = [0, 0]
  for (const { hunks } of differences) {
    for (const hunk of hunks) {
      gone += hunk[1]
      come += lengthOf(hunk[2])
    }
  }
  return { come, gone }
}

/** How many indexes runs stand for: every second number is a length. */
export const lengthOf = (runs: Runs): number => runs.reduce((sum, one, at) => (at % 2 === 1 ? sum + one : sum), 0)
