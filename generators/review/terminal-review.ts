import type { Cause, ChangeGroup, Review, Risk } from '../compare/review.ts'
import { placeName } from '../problem.ts'
import { count } from './count.ts'
import { painter } from './paint.ts'
import { reachOf } from './reach.ts'
import { reviewSummary } from './review-summary.ts'

/** A review for a terminal: risks first, then what changes, by environment, without the differences themselves. */
export const terminalReview = (review: Review, color: boolean): string => {
  const { bold, dim } = painter(color)
  const { before, after, groups, unbuilt, charts } = review
  const risks = [...review.risks, ...groups.flatMap((group) => group.risks)]
  const environments = [...new Set(groups.map(({ environment }) => environment))]
  const lines = [
    bold(`${before.name} → ${after.name}`),
    reviewSummary(review),
    ...unbuilt.map(({ folder, state, reason }) => `cannot be built, ${state}: ${folder}: ${reason}`),
    ...(risks.length === 0 ? [] : ['', bold(count(risks.length, 'risk')), ...risks.flatMap(riskLines)]),
    ...environments.flatMap((name) => [
      '',
      bold(name),
      ...groups.filter(({ environment }) => environment === name).flatMap((group) => groupLines(group, dim)),
    ]),
    ...(charts.compared || groups.length === 0
      ? []
      : ['', dim(`What the charts make of it is not shown: ${charts.reason}.`)]),
  ]
  return `${lines.join('\n')}\n`
}

const riskLines = ({ what, because }: Risk): readonly string[] => [`  ! ${what}`, `    ${because}`]

const groupLines = (group: ChangeGroup, dim: (text: string) => string): readonly string[] => {
  const { component, words, causes, change } = group
  const said = words.length > 0 ? words : [`${change.what}, ${count(change.objects.length, 'object')}`]
  return [
    `  ${component}: ${reachOf(group)}`,
    ...said.map((word) => `    ${word}`),
    ...causes.map((cause) => dim(`    from ${causeText(cause)}`)),
  ]
}

const causeText = ({ place, line, because }: Cause): string => {
  const where = line === undefined ? placeName(place) : `generators/fleet.ts:${line} (${placeName(place)})`
  return because === undefined ? where : `${where}: ${because}`
}
