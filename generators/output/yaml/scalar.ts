import { unprintable } from './printable.ts'

/** One line that opens with no indicator, holds neither `: ` nor ` #`, and no blanks but spaces between words. */
const plain = /^(?!---|\.\.\.)(?:[^\s!"#%&'*,:>?@[\]`{|}~-]|-(?=\S))(?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*$/

/** What YAML 1.1, YAML 1.2 or a go-yaml reads as something other than a string, in any case. */
const misreadings = [
  /y|yes|n|no|on|off|true|false/,
  /~|null/,
  /<<|=/, // merge key and default value
  /[-+]?[\d,]*(?:\.\d*)?(?:e[-+]?\d+)?/, // some take even `.`, `-` or `e5` for a number
  /[-+]?\.(?:inf|nan)/,
  /[-+]?0[xob][-+]?[\da-f]*/,
  /[-+]?\d+(?::\d+)+(?:\.\d*)?/, // sexagesimal, 12:30
  /\d{4}-\d\d?-\d\d?(?:[t ].*)?/, // timestamp
]
const misread = new RegExp(`^(?:${misreadings.map(({ source }) => source).join('|')})$`, 'i')

/** A go-yaml skips underscores wherever they stand in a number: `1_000`, `_1e_+3`. */
const isMisread = (text: string): boolean => misread.test(text.includes('_') ? text.replaceAll('_', '') : text)

/** What most keys and values look like. It cannot be misread, unless it is short. */
const word = /^[a-df-z][\w./-]*$/i

/**
 * A string on one line, quoted whenever YAML 1.1, YAML 1.2 or a go-yaml (kustomize, Flux, Helm) could read it otherwise:
 * in single quotes, or in double ones where they spare or take escapes. Throws on a lone surrogate: no file can hold it.
 */
export const toScalar = (text: string): string => {
  if (text.length > 5 && word.test(text)) return text
  if (unprintable.test(text)) return inDoubleQuotes(text)
  if (plain.test(text) && !isMisread(text)) return text
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`
}

const inDoubleQuotes = (text: string): string => {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError(`A lone surrogate fits in no file: ${JSON.stringify(text)}`)
  // JSON's escapes are YAML's too, but it leaves most characters as they are.
  return JSON.stringify(text).replace(everyUnprintable, toEscape)
}

const everyUnprintable = new RegExp(unprintable, 'gu')

const toEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
