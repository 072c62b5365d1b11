/** What every generated page begins with. `from` is where a person changes what it says. */
export const generated = (from: string): string =>
  `<!-- Made by npx zx scripts/docs.mjs from ${from}: change it there. -->\n`

/** Text as code. A text that has code marks itself gets two. */
export const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A table, or nothing where there is nothing to put into it. Columns without a single entry are left out. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const used = head.map((_, column) => rows.some((row) => row[column] !== ''))
  const line = (cells: readonly string[]): string =>
    `| ${cells
      .filter((_, column) => used[column])
      .map(cell)
      .join(' | ')} |`
  if (rows.length === 0) return ''
  return `${[
    line(head),
    `|${used
      .filter(Boolean)
      .map(() => '---|')
      .join('')}`,
    ...rows.map(line),
  ].join('\n')}\n`
}

/** A bar would end the cell, in code too. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A fenced block. */
export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`

/** A heading as a link names it. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

/** A sentence out of what begins small and has no full stop. What is a name keeps its letters. */
export const sentence = (text: string): string => {
  const begun = /^[a-z]+(?![\w-])/.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text
  return /[.!?:]$/.test(begun) ? begun : `${begun}.`
}
