import { allRules, type ListedRule } from '../check/all-rules.ts'
import { nearest } from '../nearest.ts'
import { painter } from '../review/paint.ts'
import { command } from './command.ts'

export const usage = {
  command: 'npx zx scripts/rules.mjs',
  does: [
    'Lists every rule that a fleet is held to, or those that are named: what happened without it, and whether it can be',
    'switched off.',
  ].join('\n'),
  words: ['[RULE…]'],
  options: {
    json: { does: 'list them as JSON on standard output' },
  },
} as const

/** `scripts/rules.mjs`. */
export const rulesCommand = command(usage, async ({ options, words }, { color, out }) => {
  const all = allRules()
  const unknown = words.find((word) => !all.some(({ name }) => name === word))
  if (unknown !== undefined) return { wrong: `there is no rule ${unknown}${guess(unknown, all)}` }
  const rules = words.length === 0 ? all : all.filter(({ name }) => words.includes(name))
  out(options.json ? `${JSON.stringify({ rules }, null, 2)}\n` : listed(rules, color.out))
  return 0
})

/** There are too many to list them all. */
const guess = (unknown: string, all: readonly ListedRule[]): string => {
  const name = nearest(
    unknown,
    all.map(({ name }) => name),
  )
  return name === undefined ? '' : `: did you mean ${name}?`
}

const listed = (rules: readonly ListedRule[], color: boolean): string => {
  const { bold } = painter(color)
  const section = (head: readonly string[], some: readonly ListedRule[]): readonly string[] =>
    some.length === 0 ? [] : [...head, '', ...some.map(({ name, because }) => `  ${bold(name)}\n    ${because}`), '']
  return [
    ...section(
      [
        'Each of these can be switched off for a place in the fleet, and all below it:',
        "exceptions: [except('RULE', { at: 'clusters.NAME.namespaces.NAME.COMPONENT', because: 'REASON' })]",
      ],
      rules.filter(({ canBeSwitchedOff }) => canBeSwitchedOff),
    ),
    ...section(
      ['None of these can: without them there is nothing to render, to write or to reconcile.'],
      rules.filter(({ canBeSwitchedOff }) => !canBeSwitchedOff),
    ),
  ].join('\n')
}
