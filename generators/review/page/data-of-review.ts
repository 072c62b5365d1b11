import type { Change } from '../../compare/change.ts'
import type { Review } from '../../compare/review.ts'
import { placeName } from '../../problem.ts'
import { count } from '../count.ts'
import { type Sides, sidesOf } from '../sides.ts'
import { editsOf } from './edits.ts'
import { groupIds } from './group-ids.ts'
import { numbered } from './numbered.ts'
import type { Hunk, PageData, PageDifference, PageGroup } from './page-data.ts'
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
      words: words.length > 0 ? words : [`${change.what}, ${count(change.objects.length, 'object')}`],
      causes: group.causes.map(({ place, ...cause }) => ({ ...cause, place: placeName(place) })),
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

const differenceOf = (sides: Sides, numberOf: (line: string) => number): PageDifference => {
  const [before, after] = [linesOf(sides.before), linesOf(sides.after)]
  const numbers = before.map(numberOf)
  const hunks = editsOf(before, after).map((edit): Hunk => {
    const come = after.slice(edit.after.from, edit.after.to).map(numberOf)
    return [edit.before.from, edit.before.to - edit.before.from, runsOf(come)]
  })
  return { of: sides.of, what: sides.what, before: runsOf(numbers), hunks }
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))
