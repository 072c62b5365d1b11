import type { Place } from '../problem.ts'
import { fieldsOf, listOf, text } from './json.ts'

/** One expression of a PrometheusRule. */
export interface RuleQuery {
  readonly expression: string
  /** For people: `alert HighCPU`, `record job:up:sum`. */
  readonly where: string
  /** Where it stands among the groups. */
  readonly path: Place
  /** The series that it makes, for a recording rule. */
  readonly record?: string
  /** Labels that the rule adds. */
  readonly labels: readonly string[]
}

/** The expressions of `groups`, as a PrometheusRule's spec or a rule file of Prometheus has them. */
export const ruleQueries = (spec: unknown): readonly RuleQuery[] =>
  listOf(fieldsOf(spec).groups).flatMap((group, number) =>
    listOf(group.rules).flatMap((rule, index): readonly RuleQuery[] => {
      const { alert, record, expr, labels } = rule
      // The operator takes a number for an expression as well.
      if (typeof expr !== 'string' && typeof expr !== 'number') return []
      const path = ['groups', `${number}`, 'rules', `${index}`, 'expr']
      const query = { expression: `${expr}`, path, labels: Object.keys(fieldsOf(labels)) }
      return typeof record === 'string'
        ? [{ ...query, where: `record ${record}`, record }]
        : [{ ...query, where: `alert ${text(alert) ?? ''}` }]
    }),
  )
