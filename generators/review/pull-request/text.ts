/** Text that stands for itself in Markdown: no part of it is a tag, a link, a mention of somebody or a number of an issue. */
export const plain = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&')
    // An empty comment keeps forges from telling the person, or linking the issue, of that name.
    .replaceAll(/([@#!])(?=\w)/g, '$1<!-- -->')

/** Text in a span of code, whatever backticks it has. */
export const code = (text: string): string => {
  const fence = '`'.repeat(longestRun(text) + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

/** Text as a block of code. It may hold blocks itself. */
export const codeBlock = (language: string, text: string): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}\n`
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
