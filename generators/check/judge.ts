import type { Problem } from '../problem.ts'
import type { Subject } from './rule.ts'
import { ruleGroups } from './rules/index.ts'

/** What every rule has to say of a cluster. */
export const judge = (subject: Subject): readonly Problem[] =>
  ruleGroups.flatMap(({ looksAt, rules }) => (looksAt(subject) ? rules.flatMap((rule) => rule.check(subject)) : []))
