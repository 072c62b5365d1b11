import type { CollectorRule, Finding } from '../collector-rule.ts'
import { isPattern, meaning, ottlLiterals } from '../ottl-literals.ts'
import { wrongWith } from '../pattern-cost.ts'
import { type FoundText, textsIn } from '../shape.ts'

export const linearPatterns: CollectorRule = {
  name: 'collector-linear-patterns',
  because:
    'a pattern for personal data took exponential time on a long line, and where one was refused nothing was scrubbed',
  check: ({ graph }) =>
    graph.components.flatMap(({ settings, path }) =>
      textsIn(settings, path).flatMap((found) =>
        isPlainPattern(found) ? judged(found, found.text) : inStatement(found),
      ),
    ),
}

const plainKeys = ['regex', 'pattern', 'key_regex', 'blocked_values', 'allowed_values', 'blocked_key_patterns']

const isPlainPattern = ({ at }: FoundText): boolean => plainKeys.includes(at.at(-1)!) || plainKeys.includes(at.at(-2)!)

const inStatement = (found: FoundText): readonly Finding[] =>
  ottlLiterals(found.text)
    .filter(isPattern)
    .flatMap((literal) => {
      const slip = /(?:^|[^\\])(?:\\\\)*(\\[^\\"])/.exec(literal.written)?.[1]
      if (slip === undefined) return judged(found, meaning(literal))
      return [
        {
          at: found.at,
          reason: `in "${literal.written}", ${slip} is ${slip === '\\b' ? 'a backspace, which no text has' : 'no escape of OTTL'}`,
          fix: `write \\${slip}`,
        },
      ]
    })

const judged = ({ at }: FoundText, written: string): readonly Finding[] => {
  const pattern = written.replaceAll('$$', '$')
  const wrong = wrongWith(pattern)
  return wrong === undefined
    ? []
    : [{ at, reason: `the pattern ${pattern} is refused: ${wrong}`, fix: 'write it without that part' }]
}
