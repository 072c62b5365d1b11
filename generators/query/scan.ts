import type { QueryError } from './reading.ts'

/** How a language writes its strings. */
export interface Quoting {
  /** Quotes within which a backslash escapes. Backticks never escape. */
  readonly escaping: string
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** What is wrong with quotes and brackets: parsers forgive the one and get lost over the other. */
export const scan = (
  text: string,
  { escaping }: Quoting,
): { readonly strings: readonly QueryError[]; readonly brackets: readonly QueryError[] } => {
  const brackets: QueryError[] = []
  const open: { readonly bracket: string; readonly at: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '#') at = endOfLine(text, at)
    else if (character === '`' || escaping.includes(character)) {
      const end = endOfString(text, at)
      if (typeof end !== 'number') return { strings: [end], brackets }
      at = end
    } else if (character in closers) open.push({ bracket: character, at })
    else if (')]}'.includes(character)) {
      const last = open.pop()
      if (last === undefined || closers[last.bracket] !== character) {
        const message = last === undefined ? 'closes nothing' : `does not close the ${last.bracket} before it`
        return {
          strings: [],
          brackets: [...brackets, { from: at, to: at + 1, message: `has a ${character} that ${message}` }],
        }
      }
    }
  }
  const [unclosed] = open.slice(-1)
  if (unclosed !== undefined) brackets.push(neverClosed(unclosed.bracket, unclosed.at))
  return { strings: [], brackets }
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const neverClosed = (opener: string, at: number): QueryError => ({
  from: at,
  to: at + 1,
  message: `has a ${opener} that is never closed`,
})

/** Where a string's closing quote is, or what is wrong with the string. */
const endOfString = (text: string, start: number): QueryError | number => {
  const quote = text[start]!
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!
    if (character === quote) return at
    if (quote === '`') continue
    if (character === '\n') break
    if (character === '\\') {
      const length = escapeLength(text, at, quote)
      if (length === 0) return noEscape(text, at)
      at += length - 1
    }
  }
  return neverClosed(quote, start)
}

const escapes = /^\\(?:[abfnrtv\\]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-3][0-7]{2}|(["']))/

/** How long the escape is that stands there; 0 when it is none. */
const escapeLength = (text: string, at: number, quote: string): number => {
  const [whole = '', quoted] = escapes.exec(text.slice(at, at + 10)) ?? []
  return quoted === undefined || quoted === quote ? whole.length : 0
}

const noEscape = (text: string, at: number): QueryError => {
  const written = text.slice(at, at + 2)
  return {
    from: at,
    to: at + written.length,
    message: `has ${written} in a string, which is no escape: write \\${written}`,
  }
}

const named: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The text that a string literal stands for. */
export const unquote = (literal: string): string => {
  const inside = literal.slice(1, -1)
  if (literal.startsWith('`')) return inside
  return inside.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2})|(.))/gs,
    (_, ...parts) => {
      const [x, u, long, octal, letter] = parts as readonly (string | undefined)[]
      const hex = x ?? u ?? long
      if (hex !== undefined) return codePoint(Number.parseInt(hex, 16))
      return octal === undefined ? (named[letter ?? ''] ?? letter ?? '') : codePoint(Number.parseInt(octal, 8))
    },
  )
}

const codePoint = (code: number): string => (code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code))
