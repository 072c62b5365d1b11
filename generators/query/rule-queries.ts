import type { Place } from '../problem.ts'

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

type Json = Readonly<Record<string, unknown>>

/** The expressions of `groups`, as a PrometheusRule's spec or a rule file of Prometheus has them. */
export const ruleQueries = (spec: unknown): readonly RuleQuery[] =>
  listOf(spec, 'groups').flatMap((group, number) =>
    listOf(group, 'rules').flatMap((rule, index): readonly RuleQuery[] => {
      const { alert, record, expr, labels } = rule
      // The operator takes a number for an expression as well.
      if (typeof expr !== 'string' && typeof expr !== 'number') return []
      const path = ['groups', `${number}`, 'rules', `${index}`, 'expr']
      const own = typeof labels === 'object' && labels !== null ? Object.keys(labels) : []
      const query = { expression: `${expr}`, path, labels: own }
      return typeof record === 'string'
        ? [{ ...query, where: `record ${record}`, record }]
        : [{ ...query, where: `alert ${typeof alert === 'string' ? alert : ''}` }]
    }),
  )

const listOf = (owner: unknown, key: string): readonly Json[] => {
  const list = typeof owner === 'object' && owner !== null ? (owner as Json)[key] : undefined
  return Array.isArray(list) ? list.map((one) => (typeof one === 'object' && one !== null ? (one as Json) : {})) : []
}
