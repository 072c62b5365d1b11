import type { Change } from '../../compare/change.ts'
import type { Review } from '../../compare/review.ts'
import { placeName } from '../../problem.ts'
import { type Sides, sidesOf } from '../sides.ts'
import { groupIds } from './group-ids.ts'
import { hunksOf } from './hunks.ts'
import { numbered } from './numbered.ts'
import type { PageData, PageDifference, PageGroup } from './page-data.ts'
import { runsOf } from './runs.ts'

/** A review as the page's script is given it. */
export const dataOfReview = ({ groups }: Review): PageData => {
  const lines = numbered<string>((line) => line)
  const changes = numbered<Change>((change) => change)
  const clusterLists = numbered<readonly string[]>((list) => list.join('\n'))
  const reasons = numbered<string>((reason) => reason)
  const ids = groupIds(groups)
  const told = groups.map((group, index): PageGroup => {
    const { environment, component, namespaces, words, change } = group
    return {
      id: ids[index] ?? '',
      environment,
      component,
      what: change.what,
      namespaces,
      words,
      causes: group.causes.map(({ place, line }) => ({ place: placeName(place), ...(line !== undefined && { line }) })),
      risks: group.risks.map(({ name, what, because }) => ({ name, what, because: reasons.numberOf(because) })),
      clusters: clusterLists.numberOf(group.clusters),
      change: changes.numberOf(change),
    }
  })
  const differences = changes.all().map((change) => sidesOf(change).map((sides) => differenceOf(sides, lines.numberOf)))
  return {
    lines: lines.all(),
    changes: differences,
    clusterLists: clusterLists.all(),
    reasons: reasons.all(),
    groups: told,
  }
}

const differenceOf = ({ of, what, before, after }: Sides, numberOf: (line: string) => number): PageDifference => {
  const [old, young] = [before, after].map((text) => linesOf(text).map(numberOf)) as [number[], number[]]
  return { of, what, before: runsOf(old), hunks: hunksOf(old, young) }
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
