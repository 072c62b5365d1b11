import type { ListedRule } from '../../check/all-rules.ts'
import { code, fenced, generated, sentence } from '../markdown.ts'
import type { Example } from './example.ts'
import type { Told } from './rule-tests.ts'

/** A rule with what its tests say. */
export interface DocumentedRule extends ListedRule {
  readonly told: readonly Told[]
  readonly silent: readonly string[]
}

/** More messages than these say nothing new. */
const mostShown = 5

/** The page of a rule: what happened, what it tells and what to do, and how to do without it. */
export const rulePage = (rule: DocumentedRule): string => {
  const shown = distinct(rule.told).slice(0, mostShown)
  const further = [...new Set(rule.told.map(({ title }) => title))].filter(
    (title) => title !== '' && !shown.some((one) => one.title === title),
  )
  const parts = [
    generated('generators/check/ and test/check/'),
    `# ${rule.name}\n`,
    `${sentence(rule.because)}\n`,
    shown.length === 0 ? '' : '## What it tells, and what to do\n',
    ...shown.map((message, at) => messagePart(message, shown[at - 1], rule.name)),
    bullets('Its tests hold it to this as well:', [...further, ...new Set(rule.silent)]),
    switching(rule, shown[0]),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** One message for each thing that is wrong. */
const distinct = (told: readonly Told[]): readonly Told[] =>
  [...new Map(told.toReversed().map((one) => [one.title, one])).values()].toReversed()

const messagePart = (message: Told, before: Told | undefined, rule: string): string => {
  const { title, place, reason, fix, example } = message
  const isNew = example !== undefined && example !== before?.example
  return [
    title === '' ? '' : `${sentence(title).replace(/\.$/, ':')}\n`,
    isNew ? exampleBlock(example) : '',
    fenced(
      'text',
      [...(place === undefined ? [] : [place]), `  ${reason}`, `  fix: ${fix}`, `  rule: ${rule}`].join('\n'),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

const exampleBlock = ({ constants, components }: Example): string =>
  fenced('ts', [...constants, `monitoring: namespace({ … }, ${components})`].join('\n'))

const bullets = (lead: string, titles: readonly string[]): string => {
  const said = titles.filter((title) => title !== '')
  return said.length === 0 ? '' : `${lead}\n\n${said.map((title) => `- ${sentence(title)}\n`).join('')}`
}

const switching = ({ name, canBeSwitchedOff }: DocumentedRule, first: Told | undefined): string => {
  if (!canBeSwitchedOff)
    return '## It cannot be switched off\n\nWithout it there is nothing to render, to write or to reconcile.\n'
  const at = componentOf(first?.place) ?? 'clusters.NAME.namespaces.NAME.COMPONENT'
  const exception = `exceptions: [\n  except('${name}', { at: '${at}', because: 'REASON' }),\n],`
  return [
    '## Switch it off\n',
    `For a place in the fleet, and all below it, in ${code('generators/fleet.ts')} ([how](../how-to/switch-a-rule-off.md)):\n`,
    fenced('ts', exception),
  ].join('\n')
}

/** The component in a place: `clusters.homelab.namespaces.monitoring.loki`. */
const componentOf = (place: string | undefined): string | undefined =>
  /^(clusters\.[\w-]+\.namespaces\.[\w-]+\.[\w-]+|environments\.[\w-]+\.[\w-]+)/.exec(place ?? '')?.[0]
