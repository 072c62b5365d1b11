/** A fenced block of a Markdown text: the word behind the fence, the heading above it, and what it holds. */
export interface Block {
  readonly language: string
  readonly heading: string
  readonly text: string
}

/** The fenced blocks of a text, in their order. */
export const blocksOf = (markdown: string): readonly Block[] =>
  markdown.split(/^## /m).flatMap((section) =>
    [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
      language,
      heading: section.slice(0, section.indexOf('\n')),
      text,
    })),
  )

/** The rows of every table with this header, cell by cell, without their code marks. */
export const rowsOf = (markdown: string, header: string): readonly (readonly string[])[] => {
  const [, table = ''] = markdown.split(`${header}\n`)
  const rows = /^(?:\|.*\n)+/.exec(table)?.[0].trim().split('\n').slice(1) ?? []
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

/**
 * A text after a change that is written as a diff without line numbers: what stood there is found by its lines, which must
 * occur exactly once.
 */
export const changed = (text: string, diff: string): string => {
  const lines = diff.trimEnd().split('\n')
  const without = (mark: string): string =>
    lines.flatMap((line) => (line.startsWith(mark) ? [] : [`${line.slice(1)}\n`])).join('')
  const parts = `\n${text}`.split(`\n${without('+')}`)
  if (parts.length !== 2) throw new Error(`stands there ${parts.length - 1} times:\n${without('+')}`)
  return parts.join(`\n${without('-')}`).slice(1)
}
