import type { Change } from '../../compare/change.ts'
import type { Cause, ChangeGroup } from '../../compare/review.ts'
import { placeName } from '../../problem.ts'
import { count } from '../count.ts'
import { reachOf } from '../reach.ts'
import { type Difference, differencesOf } from './differences.ts'
import { code, codeBlock, plain } from './text.ts'

/** How much of a group is told. */
export type Detail = 'brief' | 'full' | 'line'

/** A group in Markdown: its differences folded, or left out, or all of it in a line. */
export const groupMarkdown = (group: ChangeGroup, detail: Detail): string => {
  const { component, change, words, causes } = group
  const heading = `${plain(component)}: ${reachOf(group, plain)}`
  if (detail === 'line') return `- **${heading}**: ${wordsInALine(words, change)}`
  const parts = [
    `#### ${heading}`,
    wordsInALine(words, change),
    ...(causes.length === 0 ? [] : [`From ${causes.map(causeText).join(', ')}.`]),
  ]
  return [...parts, ...(detail === 'full' ? folded(differencesOf(change)) : [])].join('\n\n').trimEnd()
}

const wordsInALine = (words: readonly string[], { what, objects }: Change): string => {
  const said = words.length > 0 ? words : [`${what}, ${count(objects.length, 'object')}`]
  return said.map(plain).join(' · ')
}

const causeText = ({ place, line, because }: Cause): string => {
  const where = line === undefined ? code(placeName(place)) : `${code(placeName(place))} (generators/fleet.ts:${line})`
  return because === undefined ? where : `${where}: ${plain(because)}`
}

const folded = (differences: readonly Difference[]): readonly string[] => {
  if (differences.length === 0) return []
  const blocks = differences.map(({ of, text }) => `${plain(of)}\n\n${codeBlock('diff', text)}`)
  return [`<details><summary>${count(differences.length, 'difference')}</summary>\n\n${blocks.join('\n')}\n</details>`]
}
