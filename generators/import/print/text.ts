/** A text as TypeScript writes it: a long one over several lines stands there as it is. */
export const textLiteral = (text: string): string =>
  text.includes('\n') && text.length > 60 ? templateLiteral(text) : quoted(text)

/** In single quotes, unless double ones spare a backslash. */
const quoted = (text: string): string => {
  const quote = text.split("'").length > text.split('"').length ? '"' : "'"
  return `${quote}${escaped(text).replaceAll(quote, `\\${quote}`)}${quote}`
}

const templateLiteral = (text: string): string => {
  const lines = text.split('\n').map((line) => escaped(line).replaceAll('`', '\\`').replaceAll('${', '\\${'))
  return `\`${lines.join('\n')}\``
}

/** What would end the literal, or could not be seen in it. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)

/** The name of a member: without quotes where it can be. */
export const memberName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name))

/** Comments, each of as many lines as it needs, whatever is in it. */
export const commentLines = (comments: readonly string[], indent: number): readonly string[] => {
  const margin = `${' '.repeat(indent)}// `
  return comments.flatMap((comment) => {
    const lines: string[] = []
    for (const word of comment.split(/[\s\u2028\u2029]+/)) {
      const last = lines.at(-1)
      if (last !== undefined && margin.length + last.length + 1 + word.length <= 120)
        lines.splice(-1, 1, `${last} ${word}`)
      else lines.push(word)
    }
    return lines.map((line) => `${margin}${line}`)
  })
}
