import type { Usage } from '../arguments.ts'
import { type Offer, offerFor } from './offer.ts'

/** What a shell is told of: commands by the names of their scripts, the names in package.json, the rules. */
export interface Completable {
  readonly usages: Readonly<Record<string, Usage>>
  /** Those that `fleetwright` starts as well. */
  readonly programs: readonly string[]
  /** The scripts of package.json: their names, and what they run. */
  readonly npm: Readonly<Record<string, string>>
  readonly rules: readonly { readonly name: string; readonly because: string }[]
}

/**
 * All of it as lines of fields with a tab between, none of them empty, for `scripts/completion.sh`:
 *
 *     script   NAME  DOES                  a command
 *     program  NAME  DOES                  one that `fleetwright` starts
 *     npm      NAME  COMMAND               a script of package.json, and which command it starts, or -
 *     option   NAME  OPTION  OFFER  DOES   an option of a command; - where it takes no value
 *     word     NAME  N       OFFER         its N-th word
 *     rest     NAME  OFFER                 all further words
 *     rule     NAME  BECAUSE
 *
 * An offer is a word, `=a|b` for just these, or ? where nobody can guess.
 */
export const completionTable = ({ usages, programs, npm, rules }: Completable): string =>
  [
    ...Object.entries(usages).flatMap(([name, usage]) => [
      ['script', name, inShort(usage.does)],
      ...(programs.includes(name) ? [['program', name, inShort(usage.does)]] : []),
      ...optionRows(name, usage),
      ...wordRows(name, usage),
    ]),
    ...Object.entries(npm).map(([name, runs]) => ['npm', name, startedBy(runs, usages)]),
    ...rules.map(({ name, because }) => ['rule', name, because]),
  ]
    .map((fields) => `${fields.join('\t')}\n`)
    .join('')

const optionRows = (name: string, usage: Usage): readonly string[][] => [
  ...Object.entries(usage.options).map(([option, { value, does }]) => [
    'option',
    name,
    `--${option}`,
    value === undefined ? '-' : offerText(offerFor(usage, option)),
    does,
  ]),
  ['option', name, '--help', '-', 'show how it is used'],
]

const wordRows = (name: string, usage: Usage): readonly string[][] =>
  (usage.words ?? []).map((word, index) => {
    const offer = offerText(offerFor(usage, word))
    return word.endsWith('…]') ? ['rest', name, offer] : ['word', name, String(index + 1), offer]
  })

const offerText = (offer: Offer | undefined): string => {
  if (offer === undefined) return '?'
  return typeof offer === 'string' ? offer : `=${offer.join('|')}`
}

const startedBy = (runs: string, usages: Completable['usages']): string => {
  const [, script, program] = /(?:^|\s)(?:\S*scripts\/([\w-]+)\.mjs|fleetwright ([\w-]+))(?=\s|$)/.exec(runs) ?? []
  const name = script ?? program ?? ''
  return Object.hasOwn(usages, name) ? name : '-'
}

/** The first sentence, or what it says before it goes into detail. */
const inShort = (text: string): string => text.replaceAll(/\s+/g, ' ').replace(/[.:] .*|\.$/, '')
