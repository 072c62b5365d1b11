import { verbatim } from './environment.ts'

/**
 * Statements of OTTL that replace what a pattern finds, everywhere in a text. Patterns are Go's regular expressions,
 * written plainly, `\b\d+`; the replacement may name groups, `$1`. Both come out as OTTL and the collector want them.
 */
export interface Replacement {
  readonly pattern: string
  readonly by: string
}

/** In a text. */
export const replaceIn = (path: string, { pattern, by }: Replacement): string =>
  `replace_pattern(${path}, ${text(pattern)}, ${text(by)})`

/** In each text that is a value of a map, but not in maps and lists within it. */
export const replaceInValues = (path: string, { pattern, by }: Replacement): string =>
  `replace_all_patterns(${path}, "value", ${text(pattern)}, ${text(by)})`

/** In OTTL a single backslash begins an escape: `"\b"` is a backspace, and a pattern with one finds nothing. */
const text = (meaning: string): string => `"${verbatim(meaning.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))}"`
