/** A regular expression, as far as its cost depends on it. */
export type PatternNode =
  | { readonly kind: 'alternatives'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'edge' }
  | { readonly kind: 'repeat'; readonly of: PatternNode; readonly least: number; readonly most: number }
  | { readonly kind: 'sequence'; readonly of: readonly PatternNode[] }

/** A part of a pattern that Go's regular expressions do not have. */
export interface NotInGo {
  readonly part: string
  readonly what: string
}

/** Reads a pattern, or says what in it keeps it from being read. */
export const readPattern = (pattern: string): PatternNode | NotInGo => {
  const foreign = notInGo.find(([expression]) => expression.test(withoutEscaped(pattern)))
  if (foreign !== undefined) return { part: foreign[0].exec(withoutEscaped(pattern))![0], what: foreign[1] }
  try {
    new RegExp(
      pattern
        .replace(/^\(\?[imsU]+\)/, '')
        .replaceAll(/\\[pP](?:\{\w+\}|\w)|\[:\w+:\]/g, 'x')
        .replaceAll('(?P<', '(?<'),
    )
  } catch (error) {
    return { part: pattern, what: (error as Error).message.split(': ').at(-1)!.toLowerCase() }
  }
  const tokens = [...pattern.matchAll(token)].map(([text]) => text)
  return alternatives(tokens)
}

const notInGo: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'looking ahead or behind'],
  [/\\[1-9]|\\k</, 'a reference to a group'],
  [/\(\?>/, 'an atomic group'],
  [/(?:[*+?]|\{\d+(?:,\d*)?\})\+/, 'a possessive repetition'],
]

/** Without `\\`, and without what stands in brackets: neither begins anything. */
const withoutEscaped = (pattern: string): string =>
  pattern
    .replaceAll('\\\\', '')
    .replaceAll(/\\[[\]]/g, '')
    .replaceAll(/\[\^?\]?[^\]]*\]/g, 'x')

const token =
  /\\[pP]\{\w+\}|\\x[\dA-Fa-f]{2}|\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^\]\\])*\]|\(\?P?<\w+>|\(\?[\w-]*:|\(\?[\w-]+\)|[*+?]\??|\{\d+(?:,\d*)?\}\??|./gs

const alternatives = (tokens: string[]): PatternNode => {
  const branches = [sequence(tokens)]
  while (tokens[0] === '|') {
    tokens.shift()
    branches.push(sequence(tokens))
  }
  return branches.length === 1 ? branches[0]! : { kind: 'alternatives', of: branches }
}

const sequence = (tokens: string[]): PatternNode => {
  const parts: PatternNode[] = []
  while (tokens.length > 0 && tokens[0] !== '|' && tokens[0] !== ')') {
    const part = atom(tokens)
    const times = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??$/.exec(tokens[0] ?? '')
    if (times === null) parts.push(part)
    else {
      tokens.shift()
      parts.push({ kind: 'repeat', of: part, ...limits(times) })
    }
  }
  return { kind: 'sequence', of: parts }
}

const limits = ([, sign, least, range, most]: RegExpExecArray) => {
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
  if (range === undefined) return { least: Number(least), most: Number(least) }
  return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) }
}

const atom = (tokens: string[]): PatternNode => {
  const text = tokens.shift()!
  if (/^\(\?[\w-]+\)$/.test(text) || ['^', '$', '\\b', '\\B', '\\A', '\\z'].includes(text)) return { kind: 'edge' }
  if (!text.startsWith('(')) return { kind: 'character', text }
  const inner = alternatives(tokens)
  tokens.shift()
  return inner
}
