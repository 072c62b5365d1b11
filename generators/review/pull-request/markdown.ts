import type { ChangeGroup, Review, Risk } from '../../compare/review.ts'
import { count } from '../count.ts'
import { reachOf } from '../reach.ts'
import { reviewSummary } from '../review-summary.ts'
import { type Detail, groupMarkdown } from './group.ts'
import { fitted, type Told } from './shortened.ts'
import { template } from './template.ts'
import { code, plain } from './text.ts'

/** What GitHub takes in a comment, in characters, with room for what a workflow puts around it. GitLab takes more. */
export const usualLimit = 65_000

/** A review as a comment on a pull request, no longer than the limit: what matters least is shortened first. */
export const reviewMarkdown = (review: Review, limit = usualLimit): string => {
  const textOf = remembered()
  return fitted(review.groups, limit, (told) => whole(review, told, textOf))
}

/** Whether a text fits is tried several times, and differences take a while to work out. */
const remembered = (): typeof groupMarkdown => {
  const known = new Map<ChangeGroup, Partial<Record<Detail, string>>>()
  return (group, detail) => {
    const texts = known.get(group) ?? {}
    known.set(group, texts)
    texts[detail] ??= groupMarkdown(group, detail)
    return texts[detail]
  }
}

const whole = (review: Review, told: Told, textOf: typeof groupMarkdown): string => {
  const risks = [
    ...review.risks.map((risk) => riskOf(risk)),
    ...review.groups.flatMap((group) => group.risks.map((risk) => riskOf(risk, group))),
  ]
  return template({
    title: `${plain(review.before.name)} → ${plain(review.after.name)}`,
    summary: reviewSummary(review),
    shortened: shortenedText(told),
    risks: risks.slice(0, told.risks),
    riskCount:
      risks.length > told.risks
        ? `The first ${told.risks} of ${count(risks.length, 'risk')}`
        : count(risks.length, 'risk'),
    environments: environmentsOf(review.groups, told, textOf),
    unbuilt: review.unbuilt.slice(0, told.risks).map(({ folder, state, reason }) => ({
      folder: code(folder),
      state: state === 'before' ? plain(review.before.name) : plain(review.after.name),
      reason: plain(reason.split('\n', 1)[0] ?? ''),
    })),
    charts:
      review.charts.compared || told.left > 0
        ? ''
        : `What the charts make of it is not shown: ${plain(review.charts.reason)}.`,
  })
}

const riskOf = ({ what, because }: Risk, group?: ChangeGroup) => ({
  what: plain(what),
  because: plain(because),
  where: group === undefined ? '' : `${plain(group.environment)}: ${reachOf(group, plain)}`,
})

const environmentsOf = (groups: readonly ChangeGroup[], { details, left }: Told, textOf: typeof groupMarkdown) => {
  const shown = groups.slice(0, groups.length - left)
  const names = [...new Set(shown.map(({ environment }) => environment))]
  return names.map((name) => ({
    name: plain(name),
    groups: shown.flatMap((group, index) =>
      group.environment === name ? [textOf(group, details[index] ?? 'line')] : [],
    ),
  }))
}

const shortenedText = ({ details, left }: Told): string => {
  const folded = details.filter((detail) => detail !== 'full').length
  if (folded === 0 && left === 0) return ''
  const what = [
    ...(folded > left ? [`the differences of ${count(folded - left, 'change')}`] : []),
    ...(left > 0 ? [`${count(left, 'whole change')}`] : []),
  ]
  return `Shortened to what a comment may hold: ${what.join(' and ')} left out. \`npx zx scripts/review.mjs --html review.html\` shows everything.`
}
