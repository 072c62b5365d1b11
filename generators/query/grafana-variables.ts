import type { Span } from './reading.ts'

/** A text in which stand-ins took the places of Grafana's variables. */
export interface StoodIn {
  /** As long as the text with its variables, so that positions in the one are those in the other. */
  readonly text: string
  readonly variables: readonly Variable[]
}

export interface Variable extends Span {
  /** `namespace` of `${namespace:regex}`, `__interval` of `$__interval`. */
  readonly name: string
}

/** `$name`, `${name}`, `${name:format}`, `${name.field}`, `[[name]]`. `$1` is a group of a regular expression. */
const pattern = /^(?:\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?:[.[][^}:]*)?(?::[^}]*)?\}|\[\[([A-Za-z_]\w*)(?::\w+)?\]\])/

/** Every variable of Grafana's in a text, whatever the text is. */
export const grafanaVariables = (text: string): readonly Variable[] => standIn(text).variables

/**
 * Puts stand-ins for Grafana's variables: a duration where a range or an offset stands, letters in a string, a name
 * everywhere else. A parser then reads what Grafana would send, and whoever asks knows what not to take at its word.
 */
export const standIn = (text: string): StoodIn => {
  const variables: Variable[] = []
  let result = ''
  let within: Within = ''
  for (let at = 0; at < text.length; ) {
    const variable = variableAt(text, at)
    const next = variable?.to ?? at + (text[at] === '\\' && quotes.includes(within) && within !== '`' ? 2 : 1)
    if (variable === undefined) {
      result += text.slice(at, next)
      if (next === at + 1) within = after(within, text[at]!)
    } else {
      variables.push(variable)
      result += substitute(within, { before: result, after: text.slice(next), length: next - at })
    }
    at = next
  }
  return { text: result, variables }
}

/** The quote or square bracket that is open, if any. */
type Within = '' | '[' | '"' | "'" | '`'
const quotes = '"\'`'

const after = (within: Within, character: string): Within => {
  if (within === '[') return character === ']' ? '' : within
  if (within !== '') return character === within ? '' : within
  return `[${quotes}`.includes(character) ? (character as Within) : within
}

const variableAt = (text: string, from: number): Variable | undefined => {
  if (text[from] !== '$' && text[from] !== '[') return undefined
  const [whole, plain, braced, bracketed] = pattern.exec(text.slice(from)) ?? []
  const name = plain ?? braced ?? bracketed
  return whole === undefined || name === undefined ? undefined : { name, from, to: from + whole.length }
}

interface Gap {
  readonly before: string
  readonly after: string
  readonly length: number
}

const substitute = (within: Within, { before, after, length }: Gap): string => {
  if (within !== '' && within !== '[') return '_'.repeat(length)
  if (within === '[' || /\boffset\s+-?\s*$/.test(before)) return duration(before, after, length)
  if (/@\s*$/.test(before)) return number(length)
  // What is called must have the name of something that can be called.
  if (/^\s*(?:(?:by|without)\s*)?\(/.test(after) && !/\w$/.test(before))
    return (length < 3 ? 'ln' : 'sum').padEnd(length)
  return '_'.repeat(length)
}

/** A number may stand before it, `[5$unit]`, or a unit behind it, `[${__range_s}s]`. */
const duration = (before: string, after: string, length: number): string => {
  if (/\d$/.test(before)) return 'm'.padEnd(length)
  return /^(?:ms|[smhdwy])\b/.test(after) ? number(length) : `${number(length - 1)}m`
}

const number = (length: number): string => '1'.padStart(length, '0')
