import { toYaml } from './emit.ts'

/**
 * The value that `toYaml` printed as this text, many times faster than a YAML library finds it. Undefined for a text that it
 * would not have printed so: what was read is printed again to be sure.
 */
export const readBack = (yaml: string): unknown => {
  try {
    const value = block({ lines: yaml.split('\n'), at: 0 }, '')
    return toYaml(value) === yaml ? value : undefined
  } catch {
    // It was no text of ours, and came to what no YAML holds.
    return undefined
  }
}

/** The lines of a text, and which one is read next. */
interface Text {
  readonly lines: string[]
  at: number
}

const block = (text: Text, indent: string): unknown => {
  const line = text.lines[text.at]!
  if (isItem(line, indent)) return items(text, indent)
  return member.test(line.slice(indent.length)) ? members(text, indent) : rest(text, line.slice(indent.length), indent)
}

const isItem = (line: string, indent: string): boolean => line.startsWith(`${indent}- `)

/** A key, quoted or not, and what stands behind the colon. */
const member = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'].*?):(?: (.*))?$/

const members = (text: Text, indent: string): unknown => {
  const entries: (readonly [string, unknown])[] = []
  while (text.lines[text.at]?.startsWith(indent)) {
    const found = member.exec(text.lines[text.at]!.slice(indent.length))
    if (found === null) break
    const [, key = '', value] = found
    text.at += value === undefined ? 1 : 0
    const inner = `${indent}  `
    entries.push([String(scalar(key)), value === undefined ? block(text, inner) : rest(text, value, inner)])
  }
  return Object.fromEntries(entries)
}

const items = (text: Text, indent: string): unknown => {
  const inner = `${indent}  `
  const values: unknown[] = []
  while (isItem(text.lines[text.at] ?? '', indent)) {
    // What stands behind the dash is the first line of a block that is further in.
    text.lines[text.at] = inner + text.lines[text.at]!.slice(inner.length)
    values.push(block(text, inner))
  }
  return values
}

/** What stands behind `key:` or `-` on the same line, and the lines that belong to it. */
const rest = (text: Text, value: string, indent: string): unknown => {
  text.at += 1
  const [, chomping] = /^\|2?([-+]?)$/.exec(value) ?? []
  return chomping === undefined ? scalar(value) : literal(text, chomping, indent)
}

const literal = (text: Text, chomping: string, indent: string): string => {
  const begin = text.at
  while (text.lines[text.at] === '' || text.lines[text.at]?.startsWith(indent)) text.at += 1
  // The text of the document ends in a line break, behind which there is no line.
  if (text.at === text.lines.length) text.at -= 1
  const lines = text.lines.slice(begin, text.at).map((line) => line.slice(indent.length))
  return lines.join('\n') + (chomping === '-' ? '' : '\n')
}

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
])

const scalar = (text: string): unknown => {
  if (words.has(text)) return words.get(text)
  switch (text[0]) {
    case '"':
    case '[':
    case '{':
      return JSON.parse(text)
    case "'":
      return text.slice(1, -1).replaceAll("''", "'")
    default:
      // What looks like a number and is none stands in quotes.
      return Number.isNaN(Number(text)) ? text : Number(text)
  }
}
