import { unprintableInBlock } from './printable.ts'

/** Readers differ over a tab where the indentation is measured, blanks at the very end, and empty lines alone. */
const ambiguous = /^\n*\t|[ \t]\n*$|^\n*$/

const chomping = (text: string): string => (text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-')

/**
 * A text of several lines as a literal block, its lines at `indent`, which is two columns inside the collection that
 * holds it: `|-\n  first\n  second\n`. Nothing for a single line, or where a block would not carry the text to every reader.
 */
export const toLiteral = (text: string, indent: string): string | undefined => {
  if (!text.includes('\n') || unprintableInBlock.test(text) || ambiguous.test(text)) return undefined
  const indicator = text.startsWith(' ') || text.startsWith('\n') ? '2' : ''
  const lines = text.replace(/^(?!\n)|\n(?=[^\n])/g, `$&${indent}`)
  return `|${indicator}${chomping(text)}\n${lines}${text.endsWith('\n') ? '' : '\n'}`
}
