import { fixedRules } from '../fixed-rules.ts'
import { ruleNames } from '../fleet/exceptions.ts'
import { rules } from './rules/index.ts'

/** A rule as people are told of it. */
export interface ListedRule {
  readonly name: string
  readonly because: string
  /** Whether a fleet may switch it off for a place. */
  readonly canBeSwitchedOff: boolean
}

/** Every rule that a problem can name, by name. */
export const allRules = (): readonly ListedRule[] =>
  [...rules, ...fixedRules]
    .map(({ name, because }) => ({ name, because, canBeSwitchedOff: ruleNames.some((one) => one === name) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
