import type { Merge, Source } from './source.ts'

/** Where in a query something stands: offsets from its start, in UTF-16 units; `to` is the first one behind it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A condition on a label: `namespace="web"`. */
export interface Matcher extends Span {
  readonly label: string
  readonly op: '!=' | '!~' | '=' | '=~'
  /** Undefined where a variable of Grafana's has a part in it. */
  readonly value: string | undefined
}

/** Series or log streams that a query asks for: `up{job="web"}`. */
export interface Selector extends Span {
  /** The names it asks for; several for `{__name__=~"a|b"}`. Empty: any name, or one that nobody can know yet. */
  readonly metrics: readonly string[]
  /** Conditions on labels, those on the name left out. */
  readonly matchers: readonly Matcher[]
}

/** A label that a query needs of what it works on: `pod` in `sum by (pod) (up)`. */
export interface LabelUse extends Span {
  readonly label: string
  /** What needs it: `by`, `on`, `group_left`, `label_replace`, `unwrap`, … */
  readonly clause: string
  /** It must come from one of these. Empty: nothing inside has it any more, or ever had. */
  readonly selectors: readonly Selector[]
}

/** Why a query cannot be run. */
export interface QueryError extends Span {
  /** Continues "the query …": `ends too early`. */
  readonly message: string
}

/** What a query evaluates to. `any` where nobody can know. */
export type ValueType = 'any' | 'logs' | 'range' | 'scalar' | 'string' | 'vector'

/** What a query asks for, whatever it is asked. Any text has a reading. */
export interface QueryReading {
  readonly selectors: readonly Selector[]
  readonly labelUses: readonly LabelUse[]
  /** Where several series become one, or one is matched with another. */
  readonly merges: readonly Merge[]
  /** Where the result's labels come from. */
  readonly result: readonly Source[]
  readonly type: ValueType
  readonly errors: readonly QueryError[]
}

/** Whether series that lack the label can meet the condition: then it may be missing. */
export const matchesWithout = ({ op, value }: Matcher): boolean => {
  if (value === undefined) return false
  if (op === '=' || op === '!=') return (value === '') === (op === '=')
  return matchesEmpty(value) === (op === '=~')
}

const matchesEmpty = (pattern: string): boolean => {
  try {
    return new RegExp(`^(?:${pattern})$`).test('')
  } catch {
    // RE2 knows patterns that JavaScript does not, such as `(?i)`.
    return pattern.replace(/^\(\?[a-zA-Z]+\)/, '') === '.*'
  }
}
