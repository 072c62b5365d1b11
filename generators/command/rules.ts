import { allRules, type ListedRule } from '../check/all-rules.ts'
import { painter } from '../review/paint.ts'
import { command } from './command.ts'

const usage = {
  command: 'npx zx scripts/rules.mjs',
  does: 'Lists every rule that a fleet is held to: its name, what happened without it, and whether it can be switched off.',
  options: {
    json: { does: 'list them as JSON on standard output' },
  },
} as const

/** `scripts/rules.mjs`. */
export const rulesCommand = command(usage, async ({ options }, { color, out }) => {
  const rules = allRules()
  out(options.json ? `${JSON.stringify({ rules }, null, 2)}\n` : listed(rules, color.out))
  return 0
})

const listed = (rules: readonly ListedRule[], color: boolean): string => {
  const { bold } = painter(color)
  const line = ({ name, because }: ListedRule): string => `  ${bold(name)}\n    ${because}`
  const judging = rules.filter(({ canBeSwitchedOff }) => canBeSwitchedOff)
  const fixed = rules.filter(({ canBeSwitchedOff }) => !canBeSwitchedOff)
  return [
    'Each of these can be switched off for a place in the fleet, and all below it:',
    "exceptions: [except('RULE', { at: 'clusters.NAME.namespaces.NAME.COMPONENT', because: 'REASON' })]",
    '',
    ...judging.map(line),
    '',
    'None of these can: without them there is nothing to render, to write or to reconcile.',
    '',
    ...fixed.map(line),
    '',
  ].join('\n')
}
