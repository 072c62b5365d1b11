/**
 * A pattern of Go's regular expressions as a data file holds it: JavaScript's, or `(?i)` and JavaScript's.
 * Go's take linear time whatever the text. The one form in the documents that takes JavaScript exponential time is
 * written here so that it does not.
 */
export const readPattern = (pattern: string): string => {
  const read = rewrites.reduce((text, [from, to]) => text.replace(from, to), pattern)
  // JavaScript ignores letter case everywhere or nowhere: rather everywhere than to refuse what the API server takes.
  return read.includes(ignoreCase) ? ignoreCase + read.replaceAll(ignoreCase, '') : read
}

/** The pattern of a data file, ready for use. */
export const compilePattern = (pattern: string): RegExp =>
  pattern.startsWith(ignoreCase) ? new RegExp(pattern.slice(ignoreCase.length), 'i') : new RegExp(pattern)

const ignoreCase = '(?i)'

const rewrites: readonly (readonly [RegExp, string])[] = [
  // Words that may end in a dot. One letter at a time accepts the same texts, in one way only.
  [/\((\[[^\]]+\])\+\[\.\]\?\)\+/g, '($1[.]?)+'],
  // Anything outside the category "other": printable text.
  [/\\PC/g, '[^\\x00-\\x1f\\x7f-\\x9f]'],
]
