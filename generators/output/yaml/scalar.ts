import { unprintable } from './printable.ts'

/** One line that opens with no indicator, holds neither `: ` nor ` #`, and no blanks but spaces between words. */
const plain = /^(?!---|\.\.\.)(?:[^\s!"#%&'*,:>?@[\]`{|}~-]|-(?=\S))(?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*$/

/** What YAML 1.1, YAML 1.2 or a go-yaml reads as something other than a string, in any case. */
const misreadings = [
  /y|yes|n|no|on|off|true|false/,
  /~|null/,
  /<<|=/, // merge key and default value
  // A go-yaml skips underscores anywhere in a number, and some take `.`, `-` or `e5` for one.
  /[-+]?[\d_,]*\.?[\d_]*(?:e[-+]?[\d_]+)?/,
  /[-+]?\.(?:inf|nan)/,
  /[-+]?[0_]+[xob][-+]?[\da-f_]*/,
  /[-+]?[\d_]+(?::[\d_]+)+(?:\.[\d_]*)?/, // sexagesimal, 12:30
  /\d{4}-\d\d?-\d\d?(?:[t ].*)?/, // timestamp
]
const misread = new RegExp(`^(?:${misreadings.map(({ source }) => source).join('|')})$`, 'i')

/** What most keys and values look like. It cannot be misread, unless it is short. */
const word = /^[a-df-z][\w./-]*$/i

/**
 * A string on one line, quoted whenever YAML 1.1, YAML 1.2 or a go-yaml (kustomize, Flux, Helm) could read it otherwise:
 * in single quotes, or in double ones where they spare or take escapes. Throws on a lone surrogate: no file can hold it.
 */
export const toScalar = (text: string): string => {
  if (text.length > 5 && word.test(text)) return text
  if (unprintable.test(text)) return inDoubleQuotes(text)
  if (plain.test(text) && !misread.test(text)) return text
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`
}

const inDoubleQuotes = (text: string): string => {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError(`A lone surrogate fits in no file: ${JSON.stringify(text)}`)
  // JSON's escapes are YAML's too, but it leaves most characters as they are.
  return JSON.stringify(text).replace(everyUnprintable, toEscape)
}

const everyUnprintable = new RegExp(unprintable, 'gu')

const toEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
