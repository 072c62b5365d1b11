/** A text in a statement of OTTL. */
export interface OttlLiteral {
  /** As it is written, without the quotes: `\\b\\d+`. */
  readonly written: string
  /** The function and the argument that it stands in: `replace_pattern`, 1. Absent outside of any. */
  readonly of?: string
  readonly argument: number
}

/** The texts in a statement, each with what it is given to. What cannot be read to its end yields what was read. */
export const ottlLiterals = (statement: string): readonly OttlLiteral[] => {
  const literals: OttlLiteral[] = []
  const calls: { readonly name: string; argument: number }[] = []
  for (const [token, text, opened] of statement.matchAll(/"((?:\\.|[^\\"])*)"|(\w*)[([{]|[)\]}]|,/gs)) {
    const call = calls.at(-1)
    if (text !== undefined) {
      literals.push({ written: text, argument: call?.argument ?? 0, ...(call?.name ? { of: call.name } : {}) })
    } else if (opened !== undefined) calls.push({ name: token.endsWith('(') ? opened : '', argument: 0 })
    else if (token === ',') {
      if (call !== undefined) call.argument += 1
    } else calls.pop()
  }
  return literals
}

/** Which argument of a function is a regular expression, counted from nought. */
const patternArguments: Readonly<Record<string, number>> = {
  ExtractPatterns: 1,
  IsMatch: 1,
  delete_matching_keys: 1,
  keep_matching_keys: 1,
  replace_all_patterns: 2,
  replace_pattern: 1,
}

export const isPattern = ({ of, argument }: OttlLiteral): boolean =>
  of !== undefined && patternArguments[of] === argument

/** What a text means: its escapes are those of Go. */
export const meaning = ({ written }: OttlLiteral): string =>
  written.replaceAll(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter)

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', a: '\x07' }
