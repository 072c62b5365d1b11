const widest = 120

/** A comment of documentation, on one line where it fits; nothing for no words. */
export const docComment = (words: string, indent: string): string => {
  // What ends a comment must not stand in it; nor may a line end where nobody meant it to.
  const safe = words.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').trim()
  if (safe === '') return ''
  const alone = `${indent}/** ${safe} */\n`
  if (alone.length <= widest + 1) return alone
  const lines = wrapped(safe, widest - indent.length - 3)
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
