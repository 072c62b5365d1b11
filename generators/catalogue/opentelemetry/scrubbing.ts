import type { Processor } from '../../objects/opentelemetry/component.ts'
import { type Replacement, replaceIn, replaceInValues } from '../../objects/opentelemetry/ottl.ts'
import { type StatementGroup, transformProcessor } from '../../objects/opentelemetry/processors/transform.ts'
import type { Signal } from '../../objects/opentelemetry/signal.ts'
import { type PersonalData, personalData } from './pii.ts'

/**
 * A processor that writes `[email]` and the like over personal data in the bodies and attributes of logs and the
 * attributes of spans. It reaches texts, at any depth. Numbers that are no texts, names of attributes, and what is said
 * of the resource stay as they are. What it cannot scrub is refused, not passed on.
 */
export const scrubbing = (data: readonly PersonalData[] = personalData): Processor<Signal> =>
  transformProcessor({
    name: 'scrub',
    error_mode: 'propagate',
    log_statements: logStatements(data.map(replacementOf)),
    trace_statements: [{ statements: inMap('span.attributes', data.map(replacementOf)) }],
  })

/** What is looked for, and what is left of it. */
export const replacementOf = ({ name, pattern, keepsGroup }: PersonalData): Replacement => ({
  pattern,
  by: keepsGroup ? `$1[${name}]` : `[${name}]`,
})

const logStatements = (replacements: readonly Replacement[]): readonly StatementGroup[] => [
  // A list cannot be searched; as JSON it can.
  { conditions: ['IsList(log.body)'], statements: ['set(log.body, String(log.body))'] },
  { conditions: ['IsMap(log.body)'], statements: inMap('log.body', replacements) },
  { conditions: ['IsString(log.body)'], statements: replacements.map((one) => replaceIn('log.body', one)) },
  { statements: inMap('log.attributes', replacements) },
]

/** What is nested is brought up first: only the outermost values are searched. */
const inMap = (path: string, replacements: readonly Replacement[]): readonly string[] => [
  `flatten(${path})`,
  ...replacements.map((one) => replaceInValues(path, one)),
]
