import { join, relative } from 'node:path'
import { allRules, type ListedRule } from '../check/all-rules.ts'
import { nearest } from '../nearest.ts'
import { painter } from '../review/paint.ts'
import { command } from './command.ts'

export const usage = {
  command: 'npx zx scripts/rules.mjs',
  does: [
    'Lists every rule that a fleet is held to, or those that are named: what happened without it, whether it can be switched',
    'off, and for those that are named the page with its messages.',
  ].join('\n'),
  words: ['[RULE…]'],
  options: {
    json: { does: 'list them as JSON on standard output' },
  },
} as const

/** `scripts/rules.mjs`. */
export const rulesCommand = command(usage, async ({ options, words }, { color, out, program, root }) => {
  const all = allRules()
  const unknown = words.find((word) => !all.some(({ name }) => name === word))
  if (unknown !== undefined) return { wrong: `there is no rule ${unknown}${guess(unknown, all)}` }
  const rules = (words.length === 0 ? all : all.filter(({ name }) => words.includes(name))).map((rule) => ({
    ...rule,
    page: relative(root, join(program, 'docs/rules', `${rule.name}.md`)),
  }))
  out(options.json ? `${JSON.stringify({ rules }, null, 2)}\n` : listed(rules, words.length > 0, color.out))
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

/** A rule, and where it is explained. */
type PagedRule = ListedRule & { readonly page: string }

const listed = (rules: readonly PagedRule[], withPages: boolean, color: boolean): string => {
  const { bold } = painter(color)
  const line = ({ name, because, page }: PagedRule): string =>
    `  ${bold(name)}\n    ${because}${withPages ? `\n    page: ${page}` : ''}`
  const section = (head: readonly string[], some: readonly PagedRule[]): readonly string[] =>
    some.length === 0 ? [] : [...head, '', ...some.map(line), '']
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
